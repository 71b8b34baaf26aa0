### A scheme in sentences

scheme-begins-in-the-past = A new scheme can't begin in the past; today is { $today }. What was counted stays as it was.
scheme-begins-before-another = A scheme begins on { $day } already; the new one has to begin after that day.

scheme-title = Scheme: { $title } ({ $name })
scheme-sources = Documents
scheme-source = · { $title } { $number } { $dated }
scheme-dated = ({ $day })
scheme-quotas = What is owed each year
scheme-no-quotas = · The document sets no figure: everything is logged, nothing is counted.
scheme-deadlines = Dates
scheme-form = The registration form
scheme-form-line = · { $title } (rows: { $rows }), due as under “{ $deadline }” ({ $source })
scheme-calendar = The year’s activities
scheme-appraisal = Appraisal
scheme-points-basis = · { $basis }
scheme-points = · { $title }{ $notes }: { $each }
scheme-points-within = { " " }(within { COUNT($days) ->
        [one] { $days } workday
       *[other] { $days } workdays
    })
scheme-points-until = { " " }(before “{ $deadline }” is due)
scheme-points-kinds = { " " }({ $kinds })
scheme-honours = · Proposed for honours (the office decides): { $who }. Source: { $source }
scheme-talks = · Proposed for a talk (the office decides): { $who }. Source: { $source }
scheme-fulfilled = all duties of the year are done
scheme-unfulfilled = not all duties of the year are done
scheme-points-at-least = { COUNT($points) ->
        [one] { $points } point
       *[other] { $points } points
    } or more
scheme-points-below = fewer than { COUNT($points) ->
        [one] { $points } point
       *[other] { $points } points
    }
scheme-from-no-document = the software's own, from no document
scheme-guidance = Wishes without a figure: told, never counted

scheme-own-defaults = The software's own defaults (no document says; the scheme may change them)
scheme-joined-in-proportion = · Who joins or leaves in mid-year owes visits and the like by the months served.
scheme-joined-whole = · Who joins or leaves in mid-year owes the whole.
scheme-replacing-office = · The office is told when a member replaces a contact.
scheme-replacing-unit = · The member's work committee is told when a member replaces a contact.
scheme-replacing-nobody = · Nobody is told when a member replaces a contact.

scheme-whose-member = Each member
scheme-whose-leader = Each leader
scheme-each-unit = Each of { $units }
unit-kind-special-committee = special committee
unit-kind-work-committee = work committee
unit-kind-sector-group = sector group
scheme-all-contacts = contacts

scheme-who-member = members
scheme-who-leader = leaders
scheme-who-unit = units
scheme-who-contact = contacts
scheme-who-office = the office

scheme-at-least = at least { $least }
scheme-at-most = at most { $most }
scheme-between = { $least } to { $most }
scheme-exactly = { $figure }

scheme-contacts = · { $whose } registers contacts ({ $contacts }): { $figure }. Source: { $source }
scheme-visits = · { $whose } visits ({ $visits }) { $contacts } in a year; times: { $figure }. Source: { $source }
scheme-visits-per-contact = · { $whose }, for each of { $contacts }, visits ({ $visits }) in a year: { $figure }. Source: { $source }
scheme-people = · { $whose } visits ({ $visits }) different people ({ $contacts }) in a year: { $figure }. Source: { $source }
scheme-good-deeds = · { $whose } does good deeds for { $contacts } in a year: { $figure }. Source: { $source }
scheme-good-deeds-per-contact = · { $whose }, for each of { $contacts }, does good deeds in a year: { $figure }. Source: { $source }
scheme-activities = · { $whose } holds service activities ({ $activities }) in a year: { $figure }. Source: { $source }
scheme-any-kind = of any kind
scheme-studios = · { $whose } sets up studios: { $figure }. Source: { $source }

scheme-deadline = · By { $day }/{ $month }, { $who }: { $what }. { $reminded } Source: { $source }
scheme-deadline-month-end = · By the end of month { $month } (day { $day }), { $who }: { $what }. { $reminded } Source: { $source }
scheme-event = · { $when }: { $title } ({ $who }). Source: { $source }
scheme-months = months { $first } to { $last } of { $year }
scheme-month = month { $first } of { $year }
scheme-days = { $begins } to { $ends }
scheme-reminded = Reminded beforehand; days: { $days } (the software’s own default).
scheme-not-reminded = Nobody is reminded of it.
scheme-wish = · { $who }: { $text } Source: { $source }
