### 接待日、值班室、委员工作室、委员讲堂（每段时间的长短是软件自定的，文件没有规定）

command-reception = 接待日、值班室：预约见委员
command-studios = 委员工作室地址
command-lecture = 委员讲堂：点题、接单
menu-reception = 🏠 预约见委员
doing-slot = 登记接待时间
doing-booking = 预约
doing-lecture = 讲堂点题
doing-studio = 登记工作室

slot-kind-reception-day = 委员接待日
slot-kind-duty-room = 值班室
slot-described = { $kind }　{ $member }委员　{ $when }　{ $place }
slot-with = { $member }委员
slot-line = · { $slot }
slot-line-free = · { $slot }：未预约
slot-line-booked = · { $slot }：{ $name }，想谈“{ $topic }”
slots-list =
    <b>接待日、值班室</b>

    您的预约：
    { $mine }

    { $free }
slots-none-booked = （没有）
slots-to-book = 要预约请按时间。委员会看到您的姓名。
slots-none-free = 现在没有可预约的时间。您也可以写信给委员：/write
slots-mine =
    <b>我的接待时间</b>

    { $lines }
slots-none-offered = 还没有登记。
slots-are-offered = 已登记 { $count } 段时间，群众可以预约了，有人预约会马上告诉您。
slot-button-book = { $day } { $at }　{ $member }
slot-button-release = 取消预约：{ $day } { $at }
slot-button-take-back = 取消：{ $day } { $at }
slot-button-cancel = 取消这段时间
slot-button-mine = 我的接待时间
slot-button-studios = 委员工作室
slot-button-others = 另约时间
slot-button-add-reception-day = 登记接待日
slot-button-add-duty-room = 登记值班
slot-which-time =
    { $kind }：请发送时间和地点，每 30 分钟为一段，例如：
    5月20日 9:00-11:00 城北社区
booking-what-about = 预约{ $member }委员。想谈什么事？请写一句，委员好准备。
booking-is-made =
    预约好了：
    { $slot }
    前一天会提醒您。
booking-is-released = 已取消预约，并已告知委员：{ $slot }
slot-is-taken-back = 已取消：{ $slot }。有人预约的，已告知对方。
slot-was-booked =
    { $name }预约了：
    { $slot }
    想谈：{ $topic }
slot-was-released = { $name }取消了预约：{ $slot }
slot-was-cancelled =
    很抱歉，委员取消了您预约的时间：
    { $slot }
slot-reminder =
    提醒您，预约的时间快到了：
    { $slot }

slot-unknown = 没有这段时间，或者已经取消。
slot-is-taken = 这段时间刚被别人约走了，请另选。
slot-is-past = 这段时间已经过去，请另选。
slot-is-your-own = 这是您自己的接待时间。
slots-overlap = 您在{ $begins }已登记了时间，请避开。
slots-are-too-many = 一次最多登记 { $limit } 段，请分几次登记。
slot-needs-place = 请写上地点，例如：5月20日 9:00-11:00 城北社区
bookings-are-too-many = 每人最多同时预约 { $limit } 段时间。请先取消不去的。
booking-is-not-yours = 这不是您的预约，或者已经取消。

studios-list =
    <b>委员工作室</b>

    { $lines }
studios-none = 还没有登记。
studio-line = · { $studio }
studio-described = { $name }（{ $whose }）：{ $address }
studio-what =
    请发送：名称；地址；归属（单位或委员姓名，可以不写）。例如：
    城北委员工作室；人民路 8 号；李建国
studio-is-added = 已登记：{ $studio }
studio-is-closed = 已撤销：{ $name }
studio-button-add = 登记工作室
studio-button-all = 全部工作室
studio-button-close = 撤销：{ $name }
studio-line-unclear = 请用分号分开，例如：城北委员工作室；人民路 8 号；李建国
studio-owner-unknown = 没有找到“{ $typed }”。归属请写单位全称或委员姓名。
studio-unknown = 没有这个工作室，或者已经撤销。
studio-is-not-yours = 这个工作室不归您的单位管。

orders-list =
    <b>委员讲堂</b>

    { $lines }
orders-none = 现在没有待接的讲课。
order-described = “{ $topic }”　{ $when }　{ $place }　{ $unit }
order-line = · { $order }
order-what =
    想请委员讲什么？请发送：题目；时间；地点。例如：
    健康讲座；5月20日 14:00-16:00；城北社区
order-is-placed =
    已向全体委员发出：
    { $order }
    有委员接单会马上告诉您。
order-is-offered =
    社区点题，请委员讲课：
    { $order }

    先按的委员接单。
order-button-new = 点题
order-button-take = 我来讲
order-button-take-that = 我来讲：{ $topic }
order-button-withdraw = 撤回：{ $topic }
order-was-taken = { $name }委员来讲：{ $order }
order-is-yours =
    谢谢！这次讲课由您来讲，已列入您的活动：
    { $order }
order-taken = 由您来讲：{ $topic }
order-is-withdrawn-now = 已撤回：“{ $topic }”。
order-unknown = 没有这个点题。
order-is-taken = 已由{ $name }委员来讲。
order-is-withdrawn = 这个点题已经撤回。
order-is-past = 这个点题的时间已经过去。
order-is-not-yours = 这不是您的点题。
order-is-unclear = 请用分号分开，例如：健康讲座；5月20日 14:00-16:00；城北社区

unit-quota-heading =

    <b>{ $year } 年各单位</b>
    { $lines }
unit-quota-line =
    · { $unit }
    { $parts }
unit-quota-activities = 　服务活动 { $done } 次（应 { $figure } 次）{ $mark }
unit-quota-studios = 　工作室 { $done } 个（应 { $figure } 个）{ $mark }
unit-quota-met = ✓
unit-quota-open = …
unit-quota-none = 本委员会的规则没有给单位定数。
activity-button-units = 各单位完成情况
unit-quota-at-least = 至少 { $figure }
unit-quota-at-most = 最多 { $figure }
