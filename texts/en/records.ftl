### Letters keyed in for someone, and claimed later

command-record = Key in a letter for someone
command-claim = Claim a letter that was keyed in for you
menu-record = ✍️ Key in
doing-record = keying in a letter
doing-recordadd = adding a writer's words
doing-claiming = claiming a letter

## Keying in

button-record-mine = I deal with it
button-record-triage = To be assigned
button-record-office = The office
button-record-code = Another code
button-told = Told by phone
button-told-of = Told by phone: { $number }
record-channel-paper = On paper
record-channel-phone = By phone
record-channel-reception = Reception day
record-name-now = A letter for someone else: please send the writer's name.
record-name-is-wanted = This does not look like a name. Please send the writer's name alone (up to 40 characters).
record-phone-now = Please send the phone number of { $name }. Answers are told at this number, and it is needed to claim the letter.
record-phone-is-not-understood = This phone number was not understood. Please send a mobile number, or a landline with its area code, such as 13800000000.
record-channel-now = How did this letter come? Please press a button.
record-sign-now =
    Please ask the writer: with the name, or without? Then press a button.
    With the name: those who deal with it see “{ $name }”.
    Anonymous: they see “an anonymous resident” alone.
record-press-a-button = Please choose by the buttons above.
record-code-is-renewed = Letter { $number } has a newer code; please look at the newest receipt.
record-whom-now = Who shall deal with it? Press a button, or send a member's name.
record-text-now =
    Writer: { $name }, { $phone } ({ $channel })
    Signed: { $signed }
    For: { $whom }

    Please send the letter, in as many messages as you like; a photo of the paper will do. Then press “Submit”.
record-piece-kept = Kept ({ $count } so far). Send more, or press “Submit”.
record-done =
    Submitted as <b>{ $number }</b>
    With: { $holder }

    Answers come to you first; please tell the writer by phone. Below is the slip for the writer.
record-slip =
    <b>Receipt</b>
    { $committee } has your letter, number { $number }.
    To read the answers yourself: find @{ $bot } in Telegram, send /claim, then the number, your phone number and the code.
    Code: <b>{ $code }</b>
    It works until { $until }. Please show it to nobody.

## Telling by phone

record-please-phone = <b>Please phone</b> { $name }, the writer of letter { $number }: { $phone }. Press “Told by phone” afterwards. This is what to tell:
record-recorder-is-gone = Letter { $number } was keyed in for someone anonymous, and whoever keyed it in can't be reached: its writer can't be told until they claim it. This is what they would hear:
record-told = Noted: letter { $number } was told by phone.
record-told-before = This was noted as told already (letter { $number }).
record-untold =
    <b>Not told to their writers yet</b>
    { $lines }

    After the call, press the button below.
record-untold-line = { $number } { $name } { $phone }
record-was-claimed = Its writer has claimed letter { $number }: answers go to them from now on, and you need not phone any more.
record-not-found = There is no such letter, or you did not key it in.
record-is-claimed = Its writer has claimed letter { $number }; no code is needed any more.

## What the writer says later

button-record-add = Add their words
record-add-now = What more does the writer of letter { $number } say? Please send their words, in as many messages as you like; a photo of the paper will do. Then press “Submit”.
record-added = Added to letter { $number }, which is with { $holder }.
record-added-held = Added to letter { $number }. The committee's office will look at some of the wording first and then pass it on.
record-is-with-its-writer = Letter { $number } has been claimed by its writer, who goes on with it alone.
record-ended-long-ago = Letter { $number } was settled long ago; please key in another one with /record.

## Claiming

claiming-number-now = Please send the letter's number, as it stands on the receipt.
claiming-phone-now = Please send the phone number that you left.
claiming-code-now = Please send the 8 digits of the code on the receipt.
claiming-done = Letter { $number } is yours now. Answers come to you from here on; what came before is under the button.
claiming-does-not-fit = Number, phone and code do not fit together, or the code is too old. Please look at the receipt and send /claim again; whoever keyed it in can also give you another code.
claiming-is-for-the-writer = Who keyed in a letter, or deals with it, can't claim it. The writer claims it on their own phone.

## The course

letter-event-recorded = { $at } { $who } keyed it in
letter-event-writer-came = { $at } its writer claimed it
