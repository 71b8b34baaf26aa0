### 名册

command-roster = 名册：人数、更新名单

roster-shown =
    <b>委员名册</b>{ $session }
    在任 { $serving } 位，已加入“连心桥” { $joined } 位。

    更新名单：把表格文件（.xlsx、.xls、.ods 或 .csv）直接发到这里。
    栏目：姓名、界别、手机、政协工委、类别、常委、职务、任职日期、届、次、届中加入日期、离任日期。姓名和界别必填，其余空着就不改动。
    单位人员名单也发到这里，栏目：单位、姓名、单位类别、手机、职务、离任日期。单位和姓名必填。
    先给您看会改动什么，您按“确认导入”才写入。
session-name = 　第 { $term } 届 { $number } 次会议
session-out-of-order = 日期的先后和届次的先后对不上，请核对。
cli-help-session = 登记届次和开始的日期（lianxin session 15 3 --from 2026-01-10）
cli-session-numbers = 届和次都应为大于 0 的整数
cli-session-recorded = 已登记：第 { $term } 届 { $number } 次会议，从{ $day }开始。

roster-file-came = 收到{ $file }，正在读取，稍后给您看会改动什么。
roster-preview =
    <b>{ $file }</b>
    新增 { $added } 位，更新 { $updated } 位，离任 { $left } 位，不变 { $unchanged } 位；名单外在任 { $elsewhere } 位，不改动。

    { $lines }
roster-nothing-new = 和现有名单一样，没有要改的。
roster-line-added = · 第 { $row } 行　新增 { $name }（{ $sector }，{ $unit }）
roster-line-updated =
    · 第 { $row } 行　{ $name }：
    { $changes }
roster-line-left = · 第 { $row } 行　{ $name }离任：{ $left }
roster-change-from-to = 　{ $what }：{ $before } → { $after }
roster-change-phone = 　手机改为新号码
roster-change-standing = 　类别改了
roster-change-is-standing-committee = 　常委一栏改了
roster-change-is-leader = 　成为主席会议成员
roster-change-began-on = 　任职日期改了
roster-change-joined-on = 　届中加入日期改了
roster-change-left-on = 　离任
roster-change-serves-again = 　重新在任
roster-more-lines = · 另有 { $count } 行
roster-button-take = 确认导入
roster-refused =
    <b>{ $file }</b>
    有 { $count } 处要改，什么都没有写入。请改好后再发来。

    { $lines }
roster-taken =
    <b>{ $file }</b>已导入
    新增 { $added } 位，更新 { $updated } 位，离任 { $left } 位，不变 { $unchanged } 位；名单外在任 { $elsewhere } 位，未改动。
unit-list-preview =
    <b>{ $file }</b>　单位人员名单
    新单位 { $units } 个；人员新增 { $added } 位，更新 { $updated } 位，离任 { $left } 位，不变 { $unchanged } 位。

    { $lines }
unit-list-new-unit = · 新单位：{ $unit }（{ $kind }）
unit-list-line-added = · 第 { $row } 行　新增 { $name }（{ $unit }，{ $post }）
unit-list-line-left = · 第 { $row } 行　{ $name }离开{ $unit }：{ $left }
unit-list-line-updated =
    · 第 { $row } 行　{ $name }（{ $unit }）：
    { $changes }
unit-list-change-phone = 　手机改为新号码
unit-list-change-joins = 　加入{ $unit }
unit-list-change-post = 　职务：{ $before } → { $post }
unit-list-taken =
    <b>{ $file }</b>已导入
    新单位 { $units } 个；人员新增 { $added } 位，更新 { $updated } 位，离任 { $left } 位，不变 { $unchanged } 位。
roster-list-is-neither = 没有找到委员名单的栏目（姓名、界别），也没有找到单位人员名单的栏目（单位、姓名）
roster-button-units = 单位和人员
units-shown =
    <b>单位和人员</b>

    { $lines }
units-none = 还没有单位。请把单位人员名单（表格）发到这里。
units-line = · { $unit }（{ $kind }）：{ $people } 人，已加入 { $joined }
unit-people-shown =
    <b>{ $unit }</b>（{ $kind }）

    { $lines }
unit-people-none = （还没有人员）
unit-people-line = · { $name }　{ $post }　{ $phone }　{ $state }
unit-people-joined = 已加入
unit-people-not-joined = 未加入
unit-was-invited-since = 刚才已经给{ $unit }做过邀请单。要重做，请重新打开这个单位。
unit-people-button-invite = 邀请未加入的
roster-given-up = { $file }没有导入。
roster-list-is-decided = 这份名单已经处理过，或您后来又发了一份。
roster-list-not-fetched = 没能从 Telegram 取到{ $file }，请再发一次。
roster-list-changed = 名单给您看过以后，情况有了变化，现在不能照原样导入。请把文件再发一次。
