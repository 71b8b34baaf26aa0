### General sentences and buttons

button-named = With my name
button-anonymous = Anonymous
button-submit = Submit
button-cancel = Cancel
button-done = Done
button-answer = Answer
button-hand-over = Hand over
button-settle = Settle
button-back = Back
button-yes = Yes
button-no = No
button-more = More

cancelled = All right, cancelled.
nothing-to-cancel = There is nothing to cancel at the moment. Send /help to see what you can do.
step-is-over = This step is already finished or cancelled; there is nothing more to press.
unknown-button = This button no longer works. Send /help to see what you can do.
unknown-command = There is no command “{ $command }”. Send /help to see what you can do.
not-for-your-role = This is not open to your role. Please ask the committee's office if you need it.
write-to-me-privately = Please tap my picture and write to me privately, so that others don't see your data.
sorry-we-could-not-handle-this = Sorry, we could not handle what you just sent. It has been kept and the office will look at it; please try again later.

## Other words for a button when it is typed, with commas between

button-done-said = finished,that is all,that's all,ready,submit,send
button-submit-said = send,send it,ok,yes
button-named-said = named,my name,use my name
button-anonymous-said = no name,anonymously
button-cancel-said = never mind,give up,stop
button-skip-said = no,none,nothing

### What needs a person, for the office

trouble-parked = Messages that came in and could not be handled: { $count }. They have been kept and nothing is lost (waiting to be handled again: { $altogether }). Please ask whoever looks after the system to run lianxin doctor, and lianxin doctor --retry-parked when it is mended.
trouble-unsent = Messages that have been waiting for more than a quarter of an hour: { $count }. Telegram does not take them at present. They are kept and will be sent when it does. If this goes on, please call whoever looks after the system.
trouble-unsent-over = The messages that were held up have all been sent now.
trouble-refused = In the last day Telegram refused { COUNT($count) ->
        [one] { $count } message
       *[other] { $count } messages
    } for good. Please ask whoever looks after the system to see the log.
trouble-refused-over = No message has been refused for a day now.
trouble-disk = The server's disk is nearly full: { $megabytes } MB are left. When it is full, no letter can be taken in. Please call whoever looks after the system soon.
trouble-disk-over = The server's disk has enough room again.
