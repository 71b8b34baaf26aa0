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
nothing-to-cancel = Nothing is half-way at the moment. Send /help to see what you can do.
step-is-over = This step is already finished or cancelled; there is nothing more to press.
unknown-button = This button no longer works. Send /help to see what you can do.
unknown-command = There is no command “{ $command }”. Send /help to see what you can do.
not-for-your-role = This is not open to your role. Please ask the committee's office if you need it.
write-to-me-privately = Please tap my picture and write to me privately, so that others don't see your data.
sorry-we-could-not-handle-this = Sorry, we could not handle what you just sent. It has been kept and the office will look at it; please try again later.
update-parked = A message that came in could not be handled and has been kept (number { $number }). Please ask whoever maintains the system to look at the log.
