### 请假与回来

command-away = 请假：/away 至 3月20日 代理 李建国
command-back = 请假回来
doing-away = 登记请假

button-until = 至{ $day }
button-no-stand-in = 不设代理

away-until-when =
    请假到哪一天？
    请按下面的按钮，或发送日期，例如：3月20日。
away-who-stands-in =
    请假至{ $until }。
    请假期间的来信由谁代办？请发送委员的姓名；不设代理，来信交政协办公室安排。
away-is-set =
    已登记请假至{ $until }。
    代理：{ $stand_in }
    { $count ->
        [0] 您手上没有未办结的来信。
       *[other] 您手上的 { $count } 封来信仍由您办理，可以按“转交”交给他人。
    }
    提前回来，请发送 /back。
away-nobody-stands-in = 不设（来信交政协办公室安排）
away-is-over =
    欢迎回来，来信照常发给您。{ $count ->
        [0] { "" }
       *[other] 您手上有 { $count } 封未办结的来信，发送 /inbox 可以查看。
    }
away-please-stand-in = { $name }委员请假至{ $until }，请您代办期间写给{ $name }委员的来信。有来信会发给您。
away-stand-in-is-over = { $name }委员的来信不用再由您代办了。已经收到的，仍请办完。
away-office-news = { $name }委员请假至{ $until }。代理：{ $stand_in }。手上还有 { $count } 封未办结的来信。
away-office-back = { $name }委员请假回来了。

## 不能照办时

away-day-is-unclear = “{ $typed }”看不出是哪一天。请发送日期，例如：3月20日。
away-day-is-past = { $day }已经过去，请发送今天或以后的日期。
away-is-too-long = 请假最长到{ $day }，请发送早一些的日期。
away-stand-in-is-yourself = 代理人请选另一位委员。
away-stand-in-does-not-serve = 这位委员已不在任，请另选一位代理。
away-stand-in-is-away = { $name }委员也在请假，请另选一位代理。
away-stand-in-is-out-of-reach = { $name }委员尚未开通或已停用本服务，请另选一位代理。
away-is-not-set = 您现在没有请假。
member-is-away = { $name }委员请假至{ $until }，请选另一位委员。
