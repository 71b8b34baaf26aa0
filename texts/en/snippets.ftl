### Saved answers: written once, used by a press

command-snippet = Saved answers
menu-snippet = 🗒 Saved answers
doing-snippet = writing a saved answer
button-snippets = Saved answers
button-snippet = { $title }
button-snippet-shared = { $title } (for all)
button-snippet-add = Add
button-snippet-add-shared = Add for everyone
button-snippet-change = Change
button-snippet-delete = Delete
snippets =
    { $said }
    <b>Saved answers</b>
    Press “Saved answers” when you answer a letter. Tap one to see, change or delete it.

    These marks are filled in for the letter that is answered:
    { $fields }
    Example: { "{" }称呼{ "}" }, thank you for letter { "{" }编号{ "}" }.
    They stand for: the writer's name, the number, who answers, today, the matter, the committee.
snippets-none =
    { $said }
    There are none yet. Press “Add” to write one; from then on it is one press away when you answer.

    These marks are filled in for the letter that is answered:
    { $fields }
    Example: { "{" }称呼{ "}" }, thank you for letter { "{" }编号{ "}" }.
    They stand for: the writer's name, the number, who answers, today, the matter, the committee.
snippet-shown =
    <b>{ $title }</b>

    { $text }
snippet-title-now = Please give it a name (up to 20 characters), for example: Letter received.
snippet-text-now =
    Please send the words of “{ $title }”.
    These marks are filled in for the letter that is answered:
    { $fields }
snippet-kept = “{ $title }” is kept.
snippet-deleted =
    “{ $title }” is deleted. Its words were:

    { $text }
snippet-is-gone = This saved answer has been deleted.
snippet-field-is-unknown = There is no mark “{ $field }”. You can use: { $known }. Please correct it and send it again.
snippet-is-too-long = At most { $limit } characters, please; these are { $length }.
too-many-snippets = At most { $limit } can be kept. Please delete one that you don't use first.
snippet-anonymous-address = dear resident
snippet-day = { $day }

## While answering

button-send = Send
reply-which-snippet = Please choose one. You will see it before it goes out.
reply-offered =
    Your answer to letter { $number } will be:

    { $text } { $attached }

    Press “Send” to send it as it is; to change it, send the whole text as it should be.
