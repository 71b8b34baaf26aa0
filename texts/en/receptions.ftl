### Reception days, duty rooms, studios, lectures (how long a talk lasts is the software's own)

command-reception = Reception days: book a talk with a member
command-studios = Members' studios and addresses
command-lecture = Lectures: order one, take one
menu-reception = 🏠 Book a talk
doing-slot = offering times
doing-booking = booking a talk
doing-lecture = ordering a lecture
doing-studio = entering a studio

slot-kind-reception-day = Reception day
slot-kind-duty-room = Duty room
slot-described = { $kind }: { $member }, { $when }, { $place }
slot-with = { $member }
slot-line = · { $slot }
slot-line-free = · { $slot }: free
slot-line-booked = · { $slot }: { $name }, about “{ $topic }”
slots-list =
    <b>Reception days and duty rooms</b>

    Booked by you:
    { $mine }

    { $free }
slots-none-booked = (nothing)
slots-to-book = Press a time to book it. The member sees your name.
slots-none-free = There is no time to book at present. You can also write to a member: /write
slots-mine =
    <b>My reception times</b>

    { $lines }
slots-none-offered = Nothing yet.
slots-are-offered = { COUNT($count) ->
        [one] { $count } time
       *[other] { $count } times
    } can be booked now; you are told of each booking at once.
slot-button-book = { $day } { $at } { $member }
slot-button-release = Give up { $day } { $at }
slot-button-take-back = Cancel { $day } { $at }
slot-button-cancel = Cancel this time
slot-button-mine = My reception times
slot-button-studios = Studios
slot-button-others = Another time
slot-button-add-reception-day = Reception day
slot-button-add-duty-room = Duty room
slot-which-time =
    { $kind }: please send time and place, in talks of 30 minutes, such as:
    20 May 9:00-11:00 Chengbei community
booking-what-about = A talk with { $member }. What about? One sentence, so that the member can prepare.
booking-is-made =
    Booked:
    { $slot }
    You are reminded the day before.
booking-is-released = Given up, and the member has been told: { $slot }
slot-is-taken-back = Cancelled: { $slot }. Whoever had booked it has been told.
slot-was-booked =
    { $name } has booked:
    { $slot }
    About: { $topic }
slot-was-released = { $name } has given up the talk: { $slot }
slot-was-cancelled =
    We are sorry, the member has cancelled the time that you booked:
    { $slot }
slot-reminder =
    A reminder of the talk that is booked:
    { $slot }

slot-unknown = There is no such time, or it was cancelled.
slot-is-taken = Somebody has just booked this time; please choose another.
slot-is-past = This time is past; please choose another.
slot-is-your-own = This is your own reception time.
slots-overlap = You have offered a time at { $begins } already; please avoid it.
slots-are-too-many = At most { $limit } at once; please enter them in parts.
slot-needs-place = Please add the place, such as: 20 May 9:00-11:00 Chengbei community
bookings-are-too-many = One person may hold { COUNT($limit) ->
        [one] { $limit } booking
       *[other] { $limit } bookings
    } at once. Please give one up first.
booking-is-not-yours = This is not your booking, or it was given up.

studios-list =
    <b>Members' studios</b>

    { $lines }
studios-none = None yet.
studio-line = · { $studio }
studio-described = { $name } ({ $whose }): { $address }
studio-what =
    Please send: name; address; whose (a unit or a member, may be left out). Such as:
    Chengbei studio; 8 Renmin Road; Li Jianguo
studio-is-added = Entered: { $studio }
studio-is-closed = Closed: { $name }
studio-button-add = Add a studio
studio-button-all = All studios
studio-button-close = Close: { $name }
studio-line-unclear = Please put semicolons between, such as: Chengbei studio; 8 Renmin Road; Li Jianguo
studio-owner-unknown = “{ $typed }” was not found. Please name a unit or a member in full.
studio-unknown = There is no such studio, or it is closed.
studio-is-not-yours = This studio is not your unit's.

orders-list =
    <b>Members' lectures</b>

    { $lines }
orders-none = No lecture waits for a member.
order-described = “{ $topic }”, { $when }, { $place }, { $unit }
order-line = · { $order }
order-what =
    What shall a member speak about? Please send: topic; time; place. Such as:
    Health; 20 May 14:00-16:00; Chengbei community
order-is-placed =
    Sent to all members:
    { $order }
    You are told as soon as one takes it.
order-is-offered =
    A community asks for a lecture:
    { $order }

    Whoever presses first gives it.
order-button-new = Order a lecture
order-button-take = I'll give it
order-button-take-that = I'll give: { $topic }
order-button-withdraw = Withdraw: { $topic }
order-was-taken = { $name } gives the lecture: { $order }
order-is-yours =
    Thank you! The lecture is yours and among your activities:
    { $order }
order-taken = It is yours: { $topic }
order-is-withdrawn-now = Withdrawn: “{ $topic }”.
order-unknown = There is no such order.
order-is-taken = { $name } gives this lecture.
order-is-withdrawn = This order was withdrawn.
order-is-past = The time of this order is past.
order-is-not-yours = This is not your order.
order-is-unclear = Please put semicolons between, such as: Health; 20 May 14:00-16:00; Chengbei community

unit-quota-heading =

    <b>Units in { $year }</b>
    { $lines }
unit-quota-line =
    · { $unit }
    { $parts }
unit-quota-activities = service activities: { $done } (owed: { $figure }) { $mark }
unit-quota-studios = studios: { $done } (owed: { $figure }) { $mark }
unit-quota-met = ✓
unit-quota-open = …
unit-quota-none = The scheme sets units no figures.
activity-button-units = How units stand
unit-quota-at-least = at least { $figure }
unit-quota-at-most = at most { $figure }
