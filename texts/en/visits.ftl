### Visits and contacts: what is said when something can't be done

day-does-not-exist = There is no such day as “{ $typed }”. Please check the date.
day-is-lunar = Is “{ $typed }” a date of the lunar calendar? Please write the date of the solar one.
day-is-vague = “{ $typed }” does not say which day. Please write the date.
day-is-in-the-future = { $day } is still to come. Please log the visit once it is made.
day-is-before-the-year = { $day } is outside the current year: visits from { $began } on can be logged.

visit-line-contact-is-missing = Please begin with the contact’s name, for example: /visit 王秀英 yesterday home talked about treatment
visit-line-note-is-missing = Please add what the visit to { $contact } was about, for example: talked about treatment.
visit-line-good-deed-is-empty = Nothing follows “#实事”. Please say what was done, for example: #实事 brought a wheelchair
visit-line-too-many-good-deeds = No more than { COUNT($limit) ->
        [one] { $limit } good deed
       *[other] { $limit } good deeds
    } can be logged at once. Please log the others separately.
visit-line-contact-is-too-long = A name may have { $limit } characters; this one has { $length }. Please put a space after the name.
visit-line-note-is-too-long = What the visit was about may have { $limit } characters; this has { $length }.
visit-line-good-deed-is-too-long = A good deed may have { $limit } characters; this one has { $length }.

visit-is-not-yours = Another member logged this visit, so you can’t change it.
visit-is-withdrawn = This visit was withdrawn or corrected before and can’t be changed any more.
visit-too-late-to-correct = This visit could be changed until { $until }. If something is wrong, please ask the office.

contact-limit-reached = The rules allow { COUNT($limit) ->
        [one] { $limit } contact
       *[other] { $limit } contacts
    }, so { $name } can’t be registered now (source: { $source }). You can end another contact first.
contact-already-registered = { $name } is your contact already. If this is another person of that name, please add the telephone number.
contact-has-ended = Your contact with { $name } ended on { $ended }.
