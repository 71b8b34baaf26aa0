### 登记表

command-form = 登记表：查看、领取、报送
command-forms = 登记表报送情况

form-shown =
    <b>联系界别群众登记表</b>

    姓名：{ $member }　界别：{ $sector }
    联系方式：{ $phone }　政协工委：{ $unit }

    { $rows }

    { $lacking }

    { $due }前报送。{ $state }
form-row = { $number }. { $name }　{ $phone }　{ $address }
form-more-rows = 另有 { $count } 位，见文件。
form-no-rows = （还没有登记联系对象）
form-is-complete = 各栏都已填好。
form-lacks = 还缺：
form-lacks-sector = · 您的界别（请联系政协办公室补上）
form-lacks-phone = · 您的联系方式（请联系政协办公室补上）
form-lacks-unit = · 政协工委（请联系政协办公室补上）
form-lacks-contacts = · 联系对象至少 { $least } 位，现有 { $registered } 位
form-lacks-details = · 有的联系对象缺电话或住址
form-own-unit = 所属政协工委
form-state-open = 尚未报送。
form-state-handed-in = 已于{ $on }报送，等待查收。
form-state-accepted = 已于{ $on }报送，{ $by }（{ $receiver }）于{ $decided }收下。
form-state-replaced = { $on }报送的已由新表代替。
form-state-returned = 已于{ $on }退回，原因：{ $reason }
form-button-file = 领取文件
form-button-hand-in = 报送
form-button-open = 查看登记表
form-button-accept = 收下
form-button-return = 退回
form-button-all = 报送情况
form-button-paper = 登记纸质表
form-button-paper-yes = 已收到
form-paper-whose = 收到了谁的纸质（或邮件）登记表？
form-paper-really = 收到{ $member }（{ $sector }，{ $unit }）的纸质登记表了吗？登记后会告诉本人。
form-paper-taken = 已登记收到{ $member }的纸质登记表，并已告知本人。
form-paper-was-taken =
    <b>收表回执</b>
    您 { $year } 年的纸质登记表，{ $by }（{ $receiver }）已于{ $at }收下。谢谢！
    { $lacking }
form-paper-lacks-contacts = 表上的联系对象请在这里也登记一下，走访才能记上。
form-button-by-unit = 🖨 按单位领取
form-button-print = 🖨 { $unit }
form-button-show = { $member }

form-file = 您的登记表，可打印，也可在 Word 里修改。
form-receipt =
    <b>报送回执</b>
    您的登记表已于{ $at }报送政协办公室，登记联系对象 { $count } 位。
form-receipt-for-unit =
    <b>报送回执</b>
    您的登记表已于{ $at }报送，登记联系对象 { $count } 位。
    镇级特邀委员的登记表应报{ $unit }；工委在这里还没有人员，先由政协办公室代收，并注明工委。

form-by-office = 政协办公室
form-receipt-of-unit =
    <b>报送回执</b>
    您的登记表已于{ $at }报送{ $unit }，登记联系对象 { $count } 位。
form-came-in =
    <b>收到登记表</b>：{ $member }（{ $sector }，{ $unit }），联系对象 { $count } 位。
    { $notes }
form-came-in-for-unit =
    <b>代收登记表</b>：{ $member }（{ $sector }），镇级特邀委员，请转{ $unit }。联系对象 { $count } 位。
    { $notes }
form-is-late = · 已过{ $due }
form-accepted = 已收下{ $member }的登记表，并已告知本人。
form-ask-reason = 为什么退回{ $member }的登记表？请写明要改什么。
form-sent-back = 已退回{ $member }的登记表，并已告知本人。原因：{ $reason }
form-was-accepted =
    <b>收表回执</b>
    您 { $year } 年的登记表，{ $by }（{ $receiver }）已于{ $at }收下。谢谢！
form-was-returned = { $by }退回了您的登记表，原因：{ $reason }

    请改好后再报送。
form-of-member = { $member }的登记表。{ $state }

forms-list =
    <b>{ $year } 年登记表</b>（{ $due }前）
    委员 { $members } 位：已收下 { $accepted }，待查收 { $waiting }，未报送 { $missing }。

    未报送：
    { $names }
forms-line = · { $member }（{ $sector }，{ $unit }）
forms-line-returned = · { $member }（{ $sector }，{ $unit }）：已退回修改
forms-which-unit = 要哪个单位的登记表？全部委员合成一个文件，每人一页。
forms-of-unit = { $unit }的登记表，{ $count } 位委员，每人一页，可打印。
forms-none-missing = （没有）

form-is-empty = 还没有登记联系对象，不能报送。请先添加联系对象。
form-is-handed-in-already = 这份登记表已于{ $handed_in }报送，内容没有变化，不用再报。
form-is-decided = { $member }的这份登记表已经处理过，或已有新表。
form-is-not-in-the-scheme = 本委员会的规则里没有登记表。
form-unknown = 没有这份登记表。
form-nobody-to-print = 没有找到：{ $whom }

doing-formreturn = 退回登记表
