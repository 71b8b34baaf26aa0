### 走访：登记、查看、更正

command-visit = 记录走访
command-visits = 我的走访记录

visit-kind-home = 上门
visit-kind-ad-hoc = 随访
visit-kind-group = 集中走访
visit-kind-enterprise = 走访企业
visit-kind-phone = 电话
visit-kind-online = 线上

visit-button-log = 记录走访
visit-button-list = 走访记录
visit-button-change = 修改
visit-button-withdraw = 撤回
visit-button-photos = 补照片
visit-button-evidence = 看照片、位置
visit-evidence = { $day }走访{ $contact }的照片、位置：
visit-button-newer = 较新
visit-button-older = 更早
visit-button-other-contact = 其他联系对象
visit-button-register = 登记“{ $name }”为联系对象
visit-button-no-deeds = 没有
visit-button-clear = 清空重写
visit-button-contact = 改对象
visit-button-day = 改日期
visit-button-kind = 改方式
visit-button-note = 改内容
visit-button-deeds = 改实事
visit-day-today = 今天
visit-day-yesterday = 昨天
visit-day-before = 前天
visit-label = { $contact }　{ $day }　{ $kind }

visit-ask-contact = 走访了哪一位？请按姓名，或直接写姓名。
visit-did-you-mean = 您的联系对象里没有“{ $wanted }”。您是不是想写：
visit-contact-is-unknown = 您的联系对象里没有“{ $wanted }”。请选一位，或先登记。
visit-ask-which = 有几位都符合“{ $wanted }”，是哪一位？
visit-needs-a-contact = 您还没有联系对象，请先添加一位，再记录走访。
visit-ask-day = 哪一天走访的？请按按钮，或写日期，例如：3月5日
visit-ask-day-perhaps = 您写到了{ $day }，是那一天走访的吗？请按按钮，或写日期，例如：3月5日
visit-day-perhaps = 是，{ $day }
visit-ask-kind = 怎样走访的？请按按钮。
visit-ask-note = 走访了解到什么、谈了什么？请写几句。
visit-ask-deeds = 这次办了什么实事？请写下来；没有就按“没有”。
visit-ask-more-deeds =
    已写：
    { $lines }

    还有就接着写，没有就按“完成”。
visit-preview =
    请核对，可接着发照片或位置：

    { $lines }

    没有问题请按“提交”。
edit-leaves-the-visit = 改动旧消息，登记的走访不会跟着变。请按下面的按钮更正，不用重发。
visit-goes-on = 您有一次走访还没登记完，我们接着来。
visit-photo-kept = 收到了，会和这次走访一起登记。
visit-photo-kept-without-words = 收到了，会和这次走访一起登记。照片下面的文字没有记入，请另发一条。

visit-line-who = <b>{ $contact }</b>　{ $day }　{ $kind }
visit-line-note = 内容：{ $note }
visit-line-deed = 实事：{ $deed }
visit-line-photos = 照片、文件：{ $count } 份
visit-line-strangers = “{ $names }”不在您的联系对象里（或有同名），这次没有记上，请另行登记。
visit-line-places = 位置：{ $count } 处

visit-logged =
    已登记：
    { $lines }

    { $notes }
visits-logged =
    已登记 { $count } 次走访：
    { $lines }

    { $notes }
    要改哪一次，请按姓名。
visits-logged-more = 还有 { $count } 次，请看“走访记录”。
visit-button-page = { $contact }
visit-corrected =
    已更正：
    { $lines }

    { $notes }
visit-kind-was-assumed-for-several = 没有写方式，按“{ $kind }”登记。
visit-kind-was-assumed = 没有写方式，按“{ $kind }”登记。如不对，请按“修改”。
visit-kind-is-not-counted = “{ $kind }”已经记下，按规定不计入走访次数。
visit-shown =
    { $lines }

    可在{ $until }前修改或撤回。
visit-shown-fixed =
    { $lines }

    已过修改期限。如有差错，请联系政协办公室。
visit-shown-withdrawn =
    { $lines }

    这次走访已经撤回或更正，不计入履职进度。
visits-list = 您的走访记录，最近的在前。按一条查看、修改或撤回：
visits-none = 您还没有登记走访。
visit-withdraw-really =
    确定撤回吗？
    { $lines }
visit-withdrawn = 已撤回{ $day }对{ $contact }的走访，所记实事一并撤回。
visit-ask-photos = 请发走访{ $contact }的照片或位置，发完按“完成”。
visit-photo-added = 已加到{ $day }对{ $contact }的走访，现有照片、位置共 { $count } 份。
visit-photo-added-without-words = 已加到{ $day }对{ $contact }的走访，现有照片、位置共 { $count } 份。照片下面的文字没有记入，如需记入请按“修改”。

doing-visit = 登记走访
doing-evidence = 补照片

visit-day-is-not-understood = 没看懂这个日期。请按按钮，或这样写：昨天、周三、3月5日
visit-kind-is-not-understood = 请按按钮选择走访方式，或写：上门、随访、电话
visit-press-to-submit = 请按“提交”登记；要改请按对应的按钮。
visit-note-is-empty = 请用文字写几个字。
visit-is-logged-already = { $day }对{ $contact }的这次走访已经登记过了，不用再登记。
visit-has-too-many-photos = 一次走访最多保存 { $limit } 份照片和位置。
visit-photos-are-wanted = 请发照片或位置；发完请按“完成”。
