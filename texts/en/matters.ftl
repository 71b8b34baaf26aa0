### Letters about the same matter: alike, merged, taken out

command-similar = Letters about the same matter

button-similar = Similar letters
button-merge = Merge with { $number }
button-gather = Add { $number }
button-matter = See the matter
button-open-letter = { $number }
button-take-out = Take out
matter-button = { $title } ({ $count })

similar-found =
    <b>Letters like { $number }</b>
    { $topic }
    { $now }
    { $lines }

    Whether it is the same matter is for you to decide.
similar-none =
    <b>Letter { $number }</b>: { $topic }
    { $now }
    No similar letter was found in the last half-year.
similar-is-in-matter = This letter is dealt with together with others: { $title }
similar-line =
    { "" }
    { $number } · { $state } · { $holder }
    { $topic } ({ $who }){ $matter }
similar-line-in-matter = , part of “{ $title }”

matters-listed =
    <b>Matters with several letters</b>
    Choose one. For letters like a certain one send /similar NUMBER.
matters-none = No letters have been merged yet. For letters like a certain one send /similar NUMBER, for example /similar 12
matter-shown =
    <b>{ $title }</b>
    Letters about this: { $count }. { $hidden }
    { $lines }
matter-merged =
    <b>Merged.</b> The writers have been told.
    { $title }: { COUNT($count) ->
        [one] { $count } letter
       *[other] { $count } letters
    }. { $hidden }
    { $lines }
matter-taken-out =
    <b>Taken out.</b> The writer has been told.
    { $title }: { COUNT($count) ->
        [one] { $count } letter
       *[other] { $count } letters
    }. { $hidden }
    { $lines }
matter-hidden = With others and not listed: { $count }.

letter-was-merged = Your letter { $number } is now dealt with together with others about the same matter. It keeps its number, you can go on writing at any time, and you will be told the result.
letter-was-taken-out = Your letter { $number } is dealt with on its own again. It keeps its number, and you can go on writing at any time.

letter-event-merged = { $at } { $who }: merged with letters about the same matter
letter-event-taken-out = { $at } { $who }: dealt with on its own again

matter-not-found = This matter was not found, or is not yours.
letter-is-in-matter = Letter { $number } is part of “{ $title }” already. To change that, take it out first.
letter-is-in-no-matter = Letter { $number } is not merged with others, or was taken out already.
letter-is-merged = Letter { $number } has been merged into “{ $title }” and is with { $holder }.
letter-is-the-same = This is the same letter; there is nothing to merge.
