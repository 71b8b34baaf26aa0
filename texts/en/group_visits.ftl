### Group visits: called, members invited, signed in

command-together = Group visits: call one, sign in

group-list = Group visits that you called or took part in:
group-none = There are no group visits yet. Call one, invite members of your sector or unit, and they sign in on the spot.
group-label = { $day } · { $note }
group-button-new = Call a group visit
group-ask-matter = On which day, where to, what for? One sentence, for example: 2026-03-20 to families in need in Chengbei
group-shown =
    <b>Group visit</b> · { $day }
    { $note }
    Called by { $organiser }

    { $lines }
group-shown-to-organiser =
    <b>Group visit</b> · { $day }
    { $note }
    Called by { $organiser }

    { $lines }

    Members sign in on that day; this link can be passed on:
    { $link }
group-line = · { $member }, contacts met: { $met }
group-nobody-yet = (nobody has signed in yet)
group-button-sector = Invite my sector
group-button-unit = Invite my unit
group-button-sign-in = Sign in
group-button-close = Close the sign-in
group-button-call-off = Call it off
group-invited = Members told: { $count }.
group-invitation =
    { $organiser } asks you to a group visit:
    { $day } · { $note }

    When you are there, press “Sign in”.
group-came = { $member } signed in (group visit of { $day }, { $count } in all).
group-called-off = The group visit of { $day } is called off: { $note }
group-signed-in = Signed in: group visit of { $day }. You have no contacts yet, so nothing is counted.
group-ask-met = Signed in. Which of your contacts did you meet? Press the names, then “Done”. Chosen: { $count }.
group-contact-on = ✅ { $name }
group-contact-off = { $name }
group-logged = The group visit is logged; contacts visited: { $count }.

doing-group = a group visit

group-unknown = There is no such group visit; the link may not be whole.
group-day-and-matter-are-wanted = Please begin with the day, a space, then where to and what for: 2026-03-20 to families in need
group-day-is-too-far = The last day that can be written is { $until }.
group-matter-is-too-long = It may have { $limit } characters; this has { $length }.
group-is-still-to-come = The group visit is on { $day }; please sign in when you are there.
group-is-over = This group visit is over or was called off.
group-signed-in-already = You have signed in before; nothing more to do.
group-is-not-yours = Someone else called this group visit, so you can’t change it.
group-has-signed-in = Members have signed in, so it can’t be called off. Please press “Close the sign-in”.
group-press-the-names = None of your contacts has that name. Please press the names, then “Done”.
