### 纸质服务卡登记

command-cards = 服务卡登记：交回的纸卡

paper-returns =
    <b>{ $year } 年服务卡交回情况</b>
    联系对象 { $contacts } 位，已发卡 { $issued }，已交回 { $returned }。

    未交回：
    { $lines }
paper-missing-line = · { $member }：{ $count } 张（{ $names }）
paper-none-missing = （没有）
paper-button-key = 登记纸卡
paper-button-list = 交回情况
paper-ask-member = 是哪位委员的服务卡？请写姓名。
paper-no-contacts = { $member }没有登记联系对象。请写另一位委员的姓名。
paper-ask-contact =
    { $member }的联系对象，是谁交回的卡？

    { $lines }
paper-contact-line = · { $contact }：{ $state }
paper-sheet =
    <b>{ $contact }</b>的服务卡（委员：{ $member }）
    请对照纸卡，逐次按一下：卡上有 → 卡上没有 → 未看。

    { $lines }
paper-line-open = ⬜ { $day }　{ $kind }　{ $note }
paper-line-on = ✅ { $day }　{ $kind }　{ $note }（卡上有）
paper-line-off = ❌ { $day }　{ $kind }　{ $note }（卡上没有）
paper-line-true = ☑️ { $day }　{ $kind }　{ $note }（已核实）
paper-line-extra = ➕ { $day }　{ $kind }　{ $note }（卡上另有）
paper-no-visits = （今年没有登记走访）
paper-button-visit = { $day }　{ $kind }
paper-button-all = 全部卡上有
paper-button-extra = 卡上另有一次
paper-button-done = 登记完毕，卡已交回
paper-ask-extra = 请照卡上写：日期、方式、内容，例如：3月5日 上门 送去种子
paper-keyed = 已登记{ $member }委员给{ $contact }的服务卡，卡已交回，并已告知委员。
paper-not-on-card = 交回的服务卡上没有这次走访
paper-was-keyed =
    { $contact }的服务卡已交回并登记：
    卡上有、已核实：{ $on_card } 次
    卡上没有：{ $off_card } 次
    您没有登记、按卡补登：{ $extra } 次

visit-said-true-by-contact = 核实：联系对象已确认属实
visit-said-true-by-staff-from-paper = 核实：工作人员已按纸卡核对
visit-said-disputed = 核实：有出入（{ $words }）
visit-said-by-nobody = 核实：还没有
visit-was-keyed = 这次走访由工作人员按交回的服务卡补登。
quota-confirmed = 走访核实：本人确认 { $by_contact } 次，纸卡核对 { $by_staff_from_paper } 次，未核实 { $by_nobody } 次

doing-paper = 登记纸卡

paper-contact-unknown = 没有这位联系对象。请按姓名选。
paper-day-is-missing = 请先写卡上的日期，例如：3月5日 上门 送去种子
