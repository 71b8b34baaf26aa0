### 履职日记与年度小结

command-diary = 履职日记：写日记、按月查看
command-report = 年度小结：自动汇总，补写后领取

diary-month =
    <b>履职日记　{ $year }年{ $month }月</b>

    { $lines }
diary-month-is-empty = （这个月还没有记录）
diary-day = <b>{ $day }</b>
diary-line-visit = · { $kind }{ $contact }：{ $note }
diary-line-deed = · 实事（{ $contact }）：{ $deed }
diary-line-answer = · 答复来信 { $number }
diary-line-activity = · 参加{ $kind }“{ $title }”，{ $place }
diary-line-entry = · { $words }
diary-label = { $day }日　{ $words }
diary-button-write = ✍️ 写日记
diary-button-earlier = ‹ 上月
diary-button-later = 下月 ›
diary-button-year = { $year } 年日记文件
diary-button-change = 修改
diary-button-remove = 删除
diary-button-files = 看照片、录音
diary-button-month = 这个月
diary-file = 您 { $year } 年的履职日记，可打印，也可在 Word 里修改。
diary-entry =
    <b>{ $day }</b>
    { $words }
    { $notes }
diary-has-files = 📎 照片、录音 { $count } 份
diary-files = { $day }的照片、录音：
diary-ask-text =
    请写今天的日记，可以发文字、语音和照片，分几条都行。
    补记别的日子，请把日期写在最前面，例如：昨天 参加协商座谈会
diary-so-far =
    已收下（照片、录音 { $count } 份）：
    { $words }

    可以接着写，写好请按“完成”。
diary-written = 已记入{ $day }的日记{ $files }。日记只有您自己能看。
diary-written-files = ，照片、录音 { $count } 份
diary-changed = 已修改{ $day }的日记。
diary-ask-change =
    请写新的内容，代替原来的：

    { $words }
diary-ask-words = 这篇日记还没有文字。请写几句，原来的照片、录音会留着。
diary-ask-words-for-brief = 这篇日记还没有文字。请先写几句，写好就接着写成信息。原来的照片、录音会留着。
diary-remove-really =
    确定删除{ $day }的这篇日记吗？删除后不能恢复。

    { $words }
diary-removed = 已删除{ $day }的日记。

diary-paper-title = { $year } 年履职日记
diary-paper-member = 委员
diary-paper-sector = 界别
diary-paper-unit = 政协工委
diary-paper-contents = 目录
diary-paper-empty = （本年度还没有记录）
diary-paper-month = { $month }月
diary-paper-counts = 走访 { $visit } 次，实事 { $deed } 件，答复来信 { $answer } 件，参加活动 { $activity } 次，日记 { $entry } 篇
diary-paper-left-out = 另有照片 { $count } 张没有放入本文件，可在机器人里查看。

summary-button = 年度小结
summary-button-write = 写体会与打算
summary-button-file = 领取文件
summary-button-hand-in = 📤 报送小结
summary-button-hand-in-both = 📤 小结和日记
summary-was-handed-in = 已于{ $at }报送。
summary-receipt =
    <b>报送回执</b>
    您 { $year } 年的年度小结已于{ $at }报送{ $to }。谢谢！
summary-came-in = <b>收到年度小结</b>：{ $member }（{ $sector }，{ $unit }），{ $year } 年。
diary-came-in = { $member }随小结一并报送的 { $year } 年履职日记。
summary-has-no-words = 请先写“体会与打算”，再报送。
summary-is-handed-in = 这份小结已于{ $handed_in }报送，内容没有变化，今天不用再报。
summary-button-year = { $year } 年
summary-shown =
    <b>{ $year } 年度小结</b>
    下面的数字由登记的内容自动汇总：

    { $lines }
    { $deeds }
    { $written }
    { $handed }
summary-line = · { $what }：{ $figure }
summary-each = { $what }满 { $least } { $counted ->
        [good_deeds] 件
       *[other] 次
    }的联系对象
summary-met = { $met } 位（共 { $of } 位）
summary-visits = 走访次数（含电话、线上）
summary-confirmed = 走访已核实
summary-confirmed-by = 对方确认 { $by_contact } 次，纸卡核对 { $by_staff_from_paper } 次
summary-deeds = 办好实事（件）
summary-letters = 答复来信（件）
summary-activities = 参加活动（次）
summary-entries = 履职日记（篇）
summary-deed = { $contact }：{ $deed }（{ $on }）
summary-deeds-are =

    <b>办好的实事</b>
    { $lines }
summary-words-are =

    <b>体会与打算</b>
    { $words }
summary-no-words =

    还没有写体会与打算。
summary-file = 您 { $year } 年的年度小结，可在 Word 里修改后打印。
summary-ask-words = 请写 { $year } 年的体会与打算。再写一次，会代替原来的。
as-it-is = { $words }

summary-paper-title = { $year } 年度履职小结
summary-paper-member = 委员
summary-paper-sector = 界别
summary-paper-unit = 政协工委
summary-paper-done = 一、履职情况
summary-paper-deeds = 二、为群众办的实事
summary-paper-words = 三、体会与打算
summary-paper-none = （无）
summary-paper-sign = 委员签字：　　　　　　　　　　年　　月　　日

doing-diary = 写日记
doing-diaryedit = 修改日记
doing-summary = 写年度小结

diary-entry-is-empty = 还没有内容。请写几个字，或发照片、语音。
diary-entry-is-too-long = 最多 { $limit } 字，现为 { $length } 字。请分开写。
diary-entry-has-too-many-files = 一篇日记最多放 { $limit } 份照片、录音。
diary-entry-is-not-yours = 没有这篇日记。
diary-entry-is-removed = 这篇日记已经删除。
