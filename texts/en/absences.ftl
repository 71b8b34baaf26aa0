### Away and back

command-away = Report an absence: /away until 20 March stand-in 李建国
command-back = Back from an absence
doing-away = being away

button-until = Until { $day }
button-no-stand-in = Nobody stands in

away-until-when =
    Until which day are you away?
    Press a button below, or send a day, such as 20 March.
away-who-stands-in =
    Away until { $until }.
    Who deals with letters to you meanwhile? Please send a member's name; without a stand-in they go to the committee's office.
away-is-set =
    You are away until { $until }.
    Stand-in: { $stand_in }
    { COUNT($count) ->
        [0] You hold no open letters.
        [one] The letter you hold stays with you; “Hand over” gives it to someone else.
       *[other] The { $count } letters you hold stay with you; “Hand over” gives them to someone else.
    }
    If you are back earlier, send /back.
away-nobody-stands-in = nobody (letters go to the committee's office)
away-is-over =
    Welcome back; letters come to you again. { COUNT($count) ->
        [0] { "" }
        [one] You hold 1 open letter; send /inbox to see it.
       *[other] You hold { $count } open letters; send /inbox to see them.
    }
away-please-stand-in = Member { $name } is away until { $until }; please deal with letters to { $name } meanwhile. They will come to you.
away-stand-in-is-over = You no longer stand in for Member { $name }. Please finish the letters that you have.
away-office-news = Member { $name } is away until { $until }. Stand-in: { $stand_in }. Open letters held: { $count }.
away-office-back = Member { $name } is back.

## When it can't be done

away-day-is-unclear = “{ $typed }” is not a day. Please send one, such as 20 March.
away-day-is-past = { $day } is over. Please send today or a later day.
away-is-too-long = The last day possible is { $day }. Please send an earlier one.
away-stand-in-is-yourself = Please choose another member to stand in for you.
away-stand-in-does-not-serve = This member no longer serves; please choose another.
away-stand-in-is-away = Member { $name } is away as well; please choose another.
away-stand-in-is-out-of-reach = Member { $name } has not joined or no longer uses this service; please choose another.
away-is-not-set = You are not away.
member-is-away = Member { $name } is away until { $until }; please choose another member.
