### 联系群众服务卡（卡上的栏目是软件自定的，文件没有规定）

card-paper-title = 政协委员（特邀委员）联系群众服务卡
card-paper-member = 联系委员
card-paper-phone = 联系电话
card-paper-sector = 界别
card-paper-contact = 联系对象
card-paper-scan = 用手机扫码，可给委员留言，核对每次走访。
card-paper-day = 日期
card-paper-what = 内容
card-paper-sign = 联系对象签字

command-card = 服务卡：发卡、补发、查看

cards-list =
    <b>联系群众服务卡</b>

    { $lines }

    按姓名可发卡、登记送达或补发。
cards-line = · { $contact }：{ $state }
cards-no-contacts = 您还没有登记联系对象。请先添加，再发服务卡。
card-of-contact = <b>{ $contact }</b>的服务卡：{ $state }
card-state-none = 未发卡
card-state-issued = 已发卡，{ $on }，尚未送达
card-state-delivered = 已送达，{ $on }
card-state-returned = 已交回，{ $on }
card-state-lost = 已挂失
card-button-list = 服务卡
card-button-issue = 发卡
card-button-issue-all = 全部发卡
card-button-delivered = 已送达
card-button-lost = 遗失补发
card-button-lost-yes = 补发，旧卡作废
card-lost-really = 给{ $contact }补发服务卡？旧卡马上作废，对方要用新卡重新扫码。
card-issued = 这是给{ $contact }的服务卡，可以转发给本人。卡上的二维码只给本人用。
card-to-print = 服务卡 { $count } 张，可打印（每页四张）。卡码只在这里出现一次，遗失请补发。
card-was-confirmed = { $contact }已扫码确认收到服务卡。以后每次走访都会请对方核对。
card-scanned-by-another = 有另一个人扫了{ $contact }的服务卡，没有放行。如果卡已不在本人手里，请在“服务卡”里补发。

card-is-this-you = 这是{ $member }委员给<b>{ $contact }</b>的联系群众服务卡。您是{ $contact }本人吗？
card-button-me = 是我本人
card-button-not-me = 不是
card-confirmed = 好的，已为您确认。以后{ $member }委员每次走访登记后，都会请您核对。
card-is-not-yours = 好的，没有确认。请把卡交给{ $contact }本人。
card-is-someone-elses = 这张服务卡已由另一位确认，不能再用。如有疑问，请联系给您卡的委员。
card-was-replaced = { $member }委员给您补发了服务卡，旧卡已作废。拿到新卡后请扫码确认。
card-shown =
    <b>联系群众服务卡</b>
    联系委员：{ $member }（{ $sector }）
    联系对象：{ $contact }

    { $lines }

    随时发送“服务卡”可再看。
card-visit = · { $day }　{ $kind }　{ $state }
card-visit-true = 属实
card-visit-disputed = 有出入
card-visit-open = 待核对
card-no-visits = （还没有走访记录）
card-button-visit = 核对：{ $day }　{ $kind }
card-button-write = ✉️ 给委员留言

confirm-visit =
    { $member }委员登记了一次对您的走访：
    { $day }　{ $kind }
    { $lines }

    是这样吗？
confirm-visit-corrected =
    { $member }委员更正了对您的走访记录：
    { $day }　{ $kind }
    { $lines }

    是这样吗？
confirm-true = 属实
confirm-differs = 有出入
confirm-withdrawn = { $member }委员撤回了{ $day }的走访记录（{ $kind }），不用核对了。
confirm-thanks = 谢谢！已记下：{ $day }的走访属实。
dispute-ask-words = 哪里有出入？请写一句。
dispute-is-noted = 已记下，并已转告{ $member }委员。{ $days } 天内没有说清，政协办公室会过问。
dispute-came =
    { $contact }认为这次走访记录有出入：
    { $day }　{ $kind }
    内容：{ $note }

    对方说：{ $words }

    请更正，或回复说明。
dispute-button-correct = 更正
dispute-ask-answer = 请写给{ $contact }的说明。
dispute-answer-sent = 说明已转给{ $contact }。
dispute-was-answered =
    关于{ $day }的走访，{ $member }委员说明：
    { $words }

    如已说清，请按“属实”。
dispute-is-settled = { $contact }已确认{ $day }的走访属实。
dispute-for-office =
    <b>走访有出入，{ $days } 天没有了结</b>
    委员：{ $member }　联系对象：{ $contact }
    { $day }　{ $kind }
    登记内容：{ $note }
    联系对象说：{ $words }
    { $answer }
dispute-answer-was = 委员说明：{ $words }
dispute-has-no-answer = 委员还没有说明。

doing-dispute = 核对走访
doing-disputeanswer = 说明走访情况

card-is-issued = { $contact }已有服务卡。如已遗失，请按“遗失补发”。
card-none-in-use = { $contact }现在没有在用的服务卡。请先发卡。
card-is-past-that = { $contact }的服务卡已经登记过了。
card-is-lost = 这张服务卡已挂失作废。请向委员要新卡。
card-is-your-own = 这是您发给{ $contact }的服务卡，请由本人扫码。
card-is-over = { $member }委员已更换或结束与您（{ $contact }）的联系，您的服务卡不再使用，请交还委员。谢谢您一直以来的支持！有话仍可写信。
card-has-ended = { $member }委员与这位联系对象的联系已经结束，这张卡不再使用。
card-unknown = 这张服务卡的二维码无效或不完整。请重新扫码。
card-none-to-issue = 没有要发的卡：每位联系对象都已有服务卡。
card-you-are-another = 您已确认是{ $member }委员的联系对象{ $contact }，不能再确认另一张卡。
card-you-have-none = 您还没有服务卡。委员会把卡送给联系对象，扫卡上的二维码即可。
visit-is-judged = 这次走访您已经核对过了，不用再按。
visit-is-not-yours-to-judge = 这次走访不是对您的，不能由您核对。
visit-is-not-disputed = 这次走访没有待说明的出入。
