### Made public: the writer's consent, the office's look, the public channel

command-publish = Look over letters and make them public
menu-publish = 📢 Publish
doing-publish = wording a public text

## Buttons

button-consent = May it be public?
button-consent-named = Yes, with my name
button-consent-unnamed = Yes, without my name
button-consent-no = No
button-consent-take-back = Take it back
button-publish-card = See public text
button-publish = Publish
button-publish-again = Update the post
button-keep-inside = Don't publish
button-take-down = Take it down
button-reword-content = Reword the letter
button-reword-result = Reword the answer
button-word-anew = Start afresh
button-write-to-member = Write a letter

## The writer

consent-asked =
    May letter { $number } ({ $topic }) be made public?

    Others can then see how such a matter is dealt with. The office first hides names, phones and addresses and looks it over, then posts it in the public channel. Attachments are not published. You can take your consent back at any time.
consent-refused = Very well, letter { $number } ({ $topic }) stays private. If you change your mind, press a button below.
consent-consented = Thank you for letting letter { $number } ({ $topic }) be made public. The office looks it over first. You can take your consent back at any time.
consent-published = Letter { $number } ({ $topic }) is in the public channel. You can change how it is signed or take your consent back; it is then taken down at once.
consent-declined = You allowed letter { $number } ({ $topic }) to be made public; the office has decided not to. You can take your consent back as well.
consent-lost = You allowed letter { $number } ({ $topic }) to be made public; it is not in the public channel now. You can take your consent back as well.
letter-is-public = Your letter { $number } is now in the public channel. Thank you! To have it taken down, press “May it be public?”.
letter-stays-inside = The office has looked over your letter { $number } and decided not to publish it. How it is dealt with does not change.
letter-is-not-public-any-more = Your letter { $number } was taken down from the public channel. How it is dealt with does not change.

## The office

publish-may-be = The writer of letter { $number } allows it to be made public; please look it over. { $count } waiting now.
publish-consent-is-gone = The writer of letter { $number } has taken their consent back; what was public is taken down.
publication-asked = not allowed yet
publication-refused = not allowed
publication-consented = to be looked over
publication-published = public
publication-declined = not published
publication-lost = not in the channel any more
publish-card =
    <b>Public text of { $number }</b> · { $state } · { $count } waiting
    { $signed }
    { $stale }

    <b>Letter</b>
    { $content }

    <b>Answer</b>
    { $result }

    <b>Hidden</b>
    { $hidden }

    <b>Please mind, still in the text</b>
    { $doubtful }
publish-signed = Signed: the writer allows their name
publish-unsigned = Signed: without a name
publish-is-stale = (Something was written since; these are the words from before.)
publish-nothing-found = Nothing
publish-is-empty = No letter waits to be made public. One appears here when it is settled and its writer allows it.
publish-no-more = No more letters wait to be made public.
publish-part-content = Letter
publish-part-result = Answer
publish-words-now =
    Above is the part “{ $part }” of the public text of letter { $number }.
    Please copy it, change it, and send the whole text.
publish-done = Letter { $number } goes to the public channel; its writer was told.
publish-declined = Letter { $number } is not published; its writer was told.
publish-taken-down = Letter { $number } is taken down from the public channel; its writer was told.

finding-name = name
finding-phone = phone
finding-id-card = ID card
finding-bank-card = bank card
finding-number = long number
finding-plate = number plate
finding-email = e-mail
finding-account = account
finding-address = address
finding-date = date
finding-line = { $kind }: { $words }
finding-more = … and { $count } more

## The public channel

public-post =
    <b>Letter { $number }</b>
    From: { $who }

    <b>Content</b>
    { $content }

    <b>Handling</b>
    { $handling }

    <b>Result</b>
    { $result }

    <b>Feedback</b>
    { $judging }

    <b>The writer’s verdict</b>
    { $judged }
public-post-by-someone = a constituent
public-post-no-words = (no written answer yet)
public-post-received = { $day } received
public-post-with = dealt with by { $holder }
public-post-answered = { $day } answered
public-post-brief-accepted = { $day } taken up: { $kind }
public-post-brief-instructed = { $day } instruction by the leaders
public-post-brief-assigned = { $day } given to { $unit }
public-post-brief-chased = { $day } { $unit } was reminded
public-post-brief-answer-accepted = { $day } answer of { $unit }
public-post-brief-concluded = { $day } result found
public-post-brief-carried-back = { $day } the writer was told the result
public-post-brief-sent-back = { $day } a writer was not satisfied; back to the departments
public-post-brief-closed = { $day } { $kind } closed
public-post-verdict = on the result: { $verdict }
public-post-settled = { $day } settled
public-post-goes-on = being dealt with further
public-post-judging-later = the writer is asked when it is settled
public-post-judging-asked = the writer has been asked
public-post-judging-done = { $day } the writer gave a verdict
public-post-not-judged = none yet
public-post-is-taken-down = What was public of letter { $number } has been taken down.
public-post-is-lost = The post of letter { $number } is not in the public channel any more (perhaps deleted by hand) and is not updated from now on. To publish it again, press the button below.
public-post-is-refused = The public channel did not take the post of letter { $number }. Please see that the bot is an administrator of the channel and may post and edit, then publish it again with the button below.

## When it can't be done

public-channel-is-not-set = There is no public channel yet; please ask whoever runs the system.
publish-without-consent = The writer of letter { $number } has not allowed it to be made public, or took it back.
publish-letter-is-under-way = Letter { $number } is being dealt with again; it can be made public when it is settled.
publish-letter-stays-inside = Letter { $number } is marked to stay inside and can't be made public.
publish-text-was-changed = The public text of letter { $number } was changed a moment ago; please look at the newest one before you decide.
publish-is-public-already = Letter { $number } is public already.
publish-is-declined-already = It is decided already that letter { $number } is not published.
publish-text-is-too-long = A public text may have { $limit } characters; this one has { $length }. Please send a shorter one.

## The course

letter-event-consented = { $at } { $who } said whether it may be made public
letter-event-published = { $at } { $who } made it public
letter-event-unpublished = { $at } { $who } decided not to make it public
