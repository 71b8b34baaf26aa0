### 活动：举办、邀请、报名、签到、评议（名额、候补、签到时间和满意度分档是软件自定的，文件没有规定）

command-activity = 组织活动：新建、邀请、签到
command-events = 活动：报名、请假
command-pool = 群众代表库：加入或退出
menu-activity = 📅 组织活动
menu-events = 📅 活动
doing-activity = 新建活动
doing-activityalter = 更改活动
doing-activitycalloff = 取消活动
doing-activityinvite = 邀请委员
doing-activityleave = 请假
doing-activitynote = 记录发言和建议
doing-pool = 加入群众代表库

activity-kind-visiting = 走访群众
activity-kind-activity-day = 委员活动日
activity-kind-sector-week = 界别活动周
activity-kind-reception-day = 委员接待日
activity-kind-lecture = 委员讲堂
activity-kind-open-day = 政协开放日
activity-kind-parlour = 委员会客厅
activity-kind-duty-room = 值班室
activity-kind-sitting-in = 列席会议
activity-kind-inspection = 视察调研
activity-kind-consultation = 主题协商
activity-kind-supervision = 民主监督
activity-kind-proposal-meeting = 提案办理协商
activity-kind-leads = 提案线索征集
activity-kind-briefing = 政情通报会

when-on-a-day = { $day } { $begins }–{ $ends }
when-over-days = { $begins } 至 { $ends }
activity-described =
    <b>{ $title }</b>（{ $kind }）
    时间：{ $when }
    地点：{ $place }
    主办：{ $unit }
activity-by-office = 政协办公室
activity-places = { $count } 人
activity-no-limit = 不限人数

## 组织者

activity-list =
    <b>组织活动</b>

    { $lines }
activity-line = · { $title }　{ $when }
activity-line-cancelled = · { $title }　{ $when }（已取消）
activity-none-yet = 还没有活动。
activity-button-desk = { $title }
activity-button-new = 新建活动
activity-button-plan = 年历
activity-which-kind = 是哪一类活动？请按按钮，或发送名称。
activity-which-title = { $kind }：活动叫什么名称？请发送名称。
activity-button-untitled = 就用类型名称
activity-when =
    什么时间？请发送日期和起止时间，例如：
    5月20日 9:00-11:00
activity-where = { $when }，在什么地点？请发送地点。
activity-how-many = 最多多少人参加？请按按钮，或发送人数。
activity-is-made = 活动已建好，还没有通知任何人。请邀请，或开放报名。
activity-is-changed = 已更改。时间、地点的更改已告知相关的人。
activity-cancelled-because = 活动已取消，原因：{ $reason }
activity-desk =
    { $heading }
    { $activity }
    { $open }

    { $standing }
activity-is-open = 报名：对所有人开放
activity-is-closed = 报名：只限受邀的人
activity-standing =
    名额：{ $capacity }
    共 { $invited } 人：参加 { $coming }，候补 { $waiting }，不参加 { $declined }，请假 { $on_leave }
    已签到 { $signed_in } 人
    { $judged }
activity-judged = 评议：满意 { $satisfied }，基本满意 { $mostly }，不满意 { $dissatisfied }
activity-button-invite = 邀请委员
activity-button-pool = 邀请群众代表
activity-button-open = 开放报名
activity-button-close = 只限受邀
activity-button-unit = 主办单位
activity-button-alter-when = 改时间
activity-button-alter-place = 改地点
activity-button-alter-capacity = 改名额
activity-button-qr = 签到二维码
activity-button-speech = 记发言
activity-button-people = 名单
activity-button-notes = 发言和建议
activity-button-call-off = 取消活动
activity-button-of-unit = { $unit }
activity-button-refresh = 刷新
activity-whose = “{ $title }”由谁主办？
activity-people =
    <b>{ $title }</b>　名单

    { $lines }
activity-nobody-yet = 还没有人。
activity-person = · { $name }：{ $standing }
activity-person-was-there = · { $name }：已签到，{ $at }
activity-person-on-leave = · { $name }：请假，{ $reason }
attendance-invited = 未答复
attendance-coming = 参加
attendance-waiting = 候补
attendance-declined = 不参加
attendance-on-leave = 请假
activity-notes =
    <b>{ $title }</b>　发言和建议

    { $lines }
activity-no-notes = 还没有记录。
activity-noted-speech = · 发言（{ $name }记）：{ $words }
activity-noted-suggestion = · 建议（{ $name }）：{ $words }
activity-qr = “{ $title }”的签到二维码，每分钟更换。一小时后不再自动更换，请按“刷新”。
sign-in-picture = 请用手机扫码签到　{ $at }

activity-alter-when = “{ $title }”改到什么时间？例如：5月20日 9:00-11:00
activity-alter-place = “{ $title }”改到什么地点？
activity-alter-capacity = “{ $title }”最多多少人参加？不限请发送：不限
activity-call-off-why = 为什么取消“{ $title }”？原因会告知相关的人。
activity-is-called-off = “{ $title }”已取消，并已告知相关的人。

activity-whom-to-invite = “{ $title }”邀请哪些委员？
activity-invite-all = 全体委员
activity-invite-unit = 按政协工委
activity-invite-sector = 按界别
activity-invite-name = 按姓名
activity-which-members = “{ $title }”邀请哪里的委员？
activity-invite-whom = “{ $title }”邀请哪位委员？请发送姓名。
activity-invited = “{ $title }”新邀请 { $reached } 人，都已通知。
activity-invited-some-unreached = “{ $title }”新邀请 { $count } 人，已通知 { $reached } 人，其余尚未开通本服务。
activity-invited-nobody-new = “{ $title }”没有新的人：都已邀请过，或者没有人。
activity-button-invite-more = 再邀请
activity-pool-from = “{ $title }”：群众代表库现有 { $count } 人。从哪里邀请？由系统轮流安排，少请过的先请。
activity-pool-all = 全部（{ $count } 人）
activity-pool-how-many = “{ $title }”：可选 { $count } 人，邀请多少人？

## 参加者

events-list =
    <b>近期活动</b>

    { $lines }
events-line =
    · <b>{ $title }</b>
    { $when }　{ $place }
    { $standing }
events-none = 近期没有您可以参加的活动。
activity-invitation =
    邀请您参加：

    { $activity }
activity-shown =
    { $activity }

    { $standing }
activity-button-yes = 参加
activity-button-no = 不参加
activity-button-leave = 请假
activity-button-ics = 存入日历
activity-you-may-come = 您可以报名。
activity-you-are-invited = 邀请了您，请答复。
activity-is-under-way = 活动已经开始。到场请扫现场的签到码。
activity-went-by = 活动已经结束。
activity-you-were-there = 您已到场签到。
activity-you-are-coming = 您已报名参加。
activity-you-are-waiting = 名额已满，您在候补名单里。有空位会马上告诉您。
activity-you-wait-behind = 名额已满，您在候补名单里，前面还有 { $count } 人。有空位会马上告诉您。
activity-you-are-declined = 您已答复不参加。
activity-you-are-on-leave = 您已请假。
activity-you-moved-up =
    有空位了，您已从候补转为参加：

    { $activity }
activity-was-changed =
    活动有更改，请看新的安排：

    { $activity }
activity-was-called-off =
    很抱歉，活动已取消：

    { $activity }

    原因：{ $reason }
activity-reminder =
    提醒您，您报名的活动快到了：

    { $activity }
activity-leave-why = “{ $title }”请假，原因是什么？请写一句。
activity-leave-taken = 已为您请假：“{ $title }”。
activity-someone-is-on-leave = { $name }请假，不能参加“{ $title }”。原因：{ $reason }
activity-ics = “{ $title }”的日历文件，点开可存入手机日历。

sign-in-done = 签到成功：“{ $title }”。
sign-in-late = 签到成功：“{ $title }”。活动已于{ $begins }开始。
sign-in-again = 您已经签到过了：“{ $title }”。
activity-button-suggest = 写建议
activity-note-speech = “{ $title }”：请写下谁说了什么，例如：张三：建议修路灯
activity-note-suggestion = “{ $title }”：请写下您的发言或建议。
activity-is-noted = 已记下。谢谢！（{ $title }）

activity-how-was-it = 感谢您参加“{ $title }”。您觉得这次活动怎么样？
activity-grade-satisfied = 满意
activity-grade-mostly = 基本满意
activity-grade-dissatisfied = 不满意
activity-is-judged = 谢谢您的评议：“{ $title }”，{ $grade }。

## 群众代表库

pool-button-join = 加入群众代表库
pool-button-mine = 群众代表库
pool-button-agree = 同意加入
pool-button-leave = 退出
pool-what-it-is =
    <b>群众代表库</b>

    加入后，政协会轮流邀请您参加协商、视察、列席会议等活动，来不来由您定。办公室会看到您的姓名、界别和乡镇。随时可以退出。
pool-you-are-in = 您在群众代表库里：{ $sector }，{ $township }。有活动会轮流邀请您。
pool-which-sector = 您属于哪个界别？请按按钮，或发送名称。
pool-no-sector = 其他群众
pool-which-township = { $sector }。您住在哪个乡镇、街道？请发送名称。
pool-joined = 欢迎加入群众代表库：{ $sector }，{ $township }。有活动会轮流邀请您。
pool-left = 您已退出群众代表库，不会再邀请您。随时可以再加入。

## 不能照办时

activity-unknown = 没有这项活动，或者它不对您开放。
activity-is-not-yours = 这项活动不由您组织。
activity-is-cancelled = “{ $title }”已经取消。
activity-has-begun = “{ $title }”已经开始，不能再改。
activity-is-not-over = “{ $title }”还没有结束，结束后请您评议。
activity-not-invited = 这项活动只限受邀的人参加。如有疑问，请联系政协办公室。
activity-no-leave-needed = 您没有报名“{ $title }”，不用请假。
activity-was-not-there = 签到参加了“{ $title }”的人才能评议。
activity-capacity-unclear = “{ $typed }”看不出是多少人。请发送人数，例如：30；不限请发送：不限
activity-title-too-long = 名称最多 { $limit } 个字，请短一些。
activity-kind-unclear = 请按一个活动类型的按钮。
when-is-unclear = “{ $typed }”看不出是什么时间。请发送日期和起止时间，例如：5月20日 9:00-11:00
when-is-past = { $begins }已经过去，请发送以后的时间。
when-ends-before-it-begins = 结束时间要在开始之后，最长 31 天。请重新发送，例如：5月20日 9:00-11:00
when-is-too-far = 请安排在{ $last }以前。
organiser-has-no-unit = 您还没有归入任何单位，请联系政协办公室。
sign-in-code-is-old = 这个签到码已经过时。二维码每分钟更换，请重新扫现场的二维码。
sign-in-too-early = “{ $title }”还没有开始签到，{ $opens }起可以签到。
sign-in-is-over = “{ $title }”已经结束，不能再签到。如您到了现场，请告诉组织者。
pool-joined-already = 您已经在群众代表库里了。
pool-not-joined = 您不在群众代表库里。
pool-nobody-to-invite = 没有可邀请的群众代表：都已邀请，或者库里还没有人。
pool-name-too-long = 最多 { $limit } 个字，请发送简短的名称。

## 导出

column-activity = 活动
column-activity-kind = 类型
column-held-by = 主办
column-place = 地点
column-begins-at = 开始
column-ends-at = 结束
column-capacity = 名额
column-invited = 邀请和报名
column-coming = 参加
column-signed-in = 签到
column-satisfied = 满意
column-mostly-satisfied = 基本满意
column-dissatisfied = 不满意
column-activity-state = 状态
cell-activity-stands = 有效
cell-activity-cancelled = 已取消
