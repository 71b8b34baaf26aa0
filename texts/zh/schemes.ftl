### 规则方案的文字说明

scheme-begins-in-the-past = 新方案不能从过去的日子开始，今天是{ $today }。以前的统计保持不变。
scheme-begins-before-another = 已有一个方案从{ $day }开始，新方案要从那天以后开始。

scheme-title = 方案：{ $title }（{ $name }）
scheme-sources = 依据文件
scheme-source = · { $title } { $number } { $dated }
scheme-dated = （{ $day }）
scheme-quotas = 每年的任务
scheme-no-quotas = · 文件没有规定数量，本软件只作记录，不计任务。
scheme-deadlines = 时间节点
scheme-form = 登记表
scheme-form-line = · { $title }（{ $rows } 行），期限见“{ $deadline }”（{ $source }）
scheme-calendar = 年度活动安排
scheme-appraisal = 履职考核
scheme-points-basis = · { $basis }
scheme-points = · { $title }{ $notes }：{ $each }
scheme-points-within = （{ $days } 个工作日内）
scheme-points-until = （“{ $deadline }”期限前）
scheme-points-kinds = （{ $kinds }）
scheme-honours = · 建议评优（由办公室决定）：{ $who }。依据：{ $source }
scheme-talks = · 建议教育谈话（由办公室决定）：{ $who }。依据：{ $source }
scheme-fulfilled = 全年任务全部完成
scheme-unfulfilled = 全年任务没有完成
scheme-points-at-least = 得分不少于 { $points } 分
scheme-points-below = 得分低于 { $points } 分
scheme-from-no-document = 软件自定，没有文件依据
scheme-guidance = 只作提示、不计数的要求

scheme-own-defaults = 软件默认（文件没有规定，可在方案里改）
scheme-joined-in-proportion = · 年中增补或离任的委员，走访等任务按月折算。
scheme-joined-whole = · 年中增补或离任的委员，任务不折算。
scheme-replacing-office = · 委员更换联系对象，告知政协办公室。
scheme-replacing-unit = · 委员更换联系对象，告知所属政协工委。
scheme-replacing-nobody = · 委员更换联系对象，不另行告知。

scheme-whose-member = 每位委员
scheme-whose-leader = 每位主席会议成员
scheme-each-unit = 每个{ $units }
unit-kind-special-committee = 专门委员会
unit-kind-work-committee = 政协工委
unit-kind-sector-group = 界别组
scheme-all-contacts = 联系对象

scheme-who-member = 委员
scheme-who-leader = 主席会议成员
scheme-who-unit = 专委会、工委、界别组
scheme-who-contact = 联系对象
scheme-who-office = 政协办公室

scheme-at-least = 不少于 { $least }
scheme-at-most = 不超过 { $most }
scheme-between = { $least } 至 { $most }
scheme-exactly = { $figure }

scheme-contacts = · { $whose }确定联系对象（{ $contacts }）{ $figure } 个。依据：{ $source }
scheme-visits = · { $whose }每年走访（{ $visits }）{ $contacts }{ $figure } 次。依据：{ $source }
scheme-visits-per-contact = · { $whose }对每一位{ $contacts }，每年走访（{ $visits }）{ $figure } 次。依据：{ $source }
scheme-people = · { $whose }每年走访（{ $visits }）不同的人（{ $contacts }）{ $figure } 位。依据：{ $source }
scheme-good-deeds = · { $whose }每年为{ $contacts }办实事{ $figure } 件。依据：{ $source }
scheme-good-deeds-per-contact = · { $whose }为每一位{ $contacts }，每年办实事{ $figure } 件。依据：{ $source }
scheme-activities = · { $whose }每年开展服务活动（{ $activities }）{ $figure } 次。依据：{ $source }
scheme-any-kind = 不限类型
scheme-studios = · { $whose }建立委员工作室{ $figure } 个。依据：{ $source }

scheme-deadline = · { $month } 月 { $day } 日前，{ $who }：{ $what }。{ $reminded }依据：{ $source }
scheme-deadline-month-end = · { $month } 月底（{ $day } 日）前，{ $who }：{ $what }。{ $reminded }依据：{ $source }
scheme-event = · { $when }：{ $title }（{ $who }）。依据：{ $source }
scheme-months = { $year }年{ $first }–{ $last }月
scheme-month = { $year }年{ $first }月
scheme-days = { $begins }至{ $ends }
scheme-reminded = 提前 { $days } 天提醒（提醒天数为软件默认）。
scheme-not-reminded = 不提醒。
scheme-wish = · { $who }：{ $text }依据：{ $source }
