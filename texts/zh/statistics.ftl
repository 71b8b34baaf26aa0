### 统计

command-stats = 来信办理统计
menu-stats = 📈 来信统计

stats-public =
    <b>来信办理情况</b>

    { $years }
    不足 5 封的数不显示，以免看出是谁写的。
stats-year =
    <b>{ $year }年</b>
    收到：{ $received } 封
    已答复：{ $answered }
    首次答复（中位数）：{ $days }
    来信人评价：{ $grades }
    { "" }
stats-year-of-few =
    <b>{ $year }年</b>
    收到：不足 5 封
    { "" }
stats-few = 不足 5 封
stats-letters = { $count } 封
stats-unknown = 暂无
stats-days = { $days ->
        [0] 一天以内
       *[other] { $days } 天
    }
stats-grades = 有帮助 { $helped }%，有些帮助 { $partly }%，没有帮助 { $not_at_all }%
