### 履职考核

command-appraisal = 考核：年度得分和依据
menu-appraisal = 🏅 履职考核

appraisal-own =
    <b>我的{ $year }年履职考核</b>
    截至{ $on }

    得分：<b>{ $points }</b> 分　任务完成率：{ $percent }

    { $lines }

    { $basis }
    按下面的按钮，看每项得分的依据。
appraisal-of-member =
    <b>{ $name }：{ $year }年履职考核</b>
    截至{ $on }

    得分：<b>{ $points }</b> 分　任务完成率：{ $percent }

    { $lines }

    { $basis }
    按下面的按钮，看每项得分的依据。
appraisal-without-points = { $year }年没有计分表，只看任务完成率：{ $percent }。办公室可以在方案文件里加上计分表。
appraisal-line = { $number }. { $title }：{ $count } { $measure }，{ $points } 分
appraisal-button-line = { $number } { $title }
appraisal-button-member = { $name }
appraisal-button-item = 看第 { $number } 条
appraisal-button-back = ‹ 返回
appraisal-source = 计分依据：{ $source }
appraisal-no-source = 计分表是示例，没有文件依据。

appraisal-evidence =
    <b>{ $title }</b>（{ $name }，{ $year }年）
    { $each }。共 { $count } 条，得 { $points } 分

    { $lines }
appraisal-no-evidence =
    <b>{ $title }</b>（{ $name }，{ $year }年）
    { $each }。共 { $count } 条，得 { $points } 分

    这一项还没有记录。
appraisal-item = { $number }. { $day }　{ $words }
appraisal-item-bare = { $number }. { $day }
appraisal-gives = 每{ $measure } { $points } 分
appraisal-takes = 每{ $measure }扣 { $points } 分
appraisal-gives-at-most = { $each }，最多 { $most } 分
appraisal-takes-at-most = { $each }，最多扣 { $most } 分
appraisal-measure-contacts = 位
appraisal-measure-visits = 次
appraisal-measure-people = 位
appraisal-measure-good-deeds = 件
appraisal-measure-letters-answered = 封
appraisal-measure-letters-late = 封
appraisal-measure-briefs = 篇
appraisal-measure-activities = 次
appraisal-measure-absences = 次
appraisal-measure-speeches = 条
appraisal-measure-lectures = 讲
appraisal-measure-receptions = 次
appraisal-measure-diary = 篇
appraisal-measure-form = 份
appraisal-measure-summary = 份
appraisal-note-speech = 发言
appraisal-note-suggestion = 建议
appraisal-deed-done = 已办
appraisal-deed-confirmed = 已办，联系对象已确认

appraisal-list =
    <b>{ $year }年履职考核</b>：{ $count } 位委员，截至{ $on }

    { $lines }

    { $basis }
appraisal-entry = { $place }. { $name }　{ $points } 分　完成 { $percent }
appraisal-entry-without-points = { $place }. { $name }　完成 { $percent }
appraisal-list-without-points = 本方案没有计分表，按任务完成率排列。可以照 schemes/example.toml 在方案文件里加上计分表。

appraisal-is-not-yours = 只能看本人或本单位委员的考核；这位委员可能当年不在任。
appraisal-line-unknown = 这一年的计分表里没有这一项，请重新打开：/appraisal
