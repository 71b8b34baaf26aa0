### 联系对象

command-contacts = 联系对象：查看、添加、更改

contact-kind-sector = 界别群众
contact-kind-other = 社会群众
contact-kind-enterprise = 企事业单位
contact-kind-village = 村（社区）
contact-kind-member = 委员
contact-kind-grid-worker = 网格员

contacts-list =
    <b>您的联系对象</b>

    { $lines }

    { $places }
contacts-none =
    您还没有登记联系对象。请按“添加联系对象”。

    { $places }
contact-numbered = { $number }. <b>{ $name }</b>（{ $kind }）
contact-headed = <b>{ $name }</b>（{ $kind }）
contact-has-phone = 电话：{ $phone }
contact-has-address = 单位或住址：{ $address }
contact-has-visits = 今年走访 { $visits } 次，实事 { $deeds } 件
contact-was-ended = 已于{ $ended }结束联系，原因：{ $because }
contacts-past = 今年更换或结束：
contacts-past-replaced = · { $old } → { $new }（{ $ended }，{ $because }）
contacts-past-ended = · { $old }（{ $ended }结束，{ $because }）
contact-took-place = { $on }接替{ $old }，原因：{ $because }
contact-label = { $name }
contact-label-with-phone = { $name }（尾号{ $ending }）

contact-button-add = 添加联系对象
contact-button-list = 联系对象
contact-button-change = 更改
contact-button-end = 结束联系
contact-button-replace = 更换
contact-button-name = 改姓名
contact-button-phone = 改电话
contact-button-address = 改单位或住址
contact-button-kind = 改类别
contact-button-skip = 跳过
contact-button-moved = 已搬走
contact-button-work = 工作变动
contact-button-own-wish = 本人不便继续

contact-ask-name = 请写联系对象的姓名（或单位、村名）。也可以直接发来通讯录名片。
contact-ask-kind = { $name }属于哪一类？请按按钮。
contact-ask-phone = 请写{ $name }的电话。没有就按“跳过”。
contact-ask-phone-of-namesake = 您已有一位联系对象也叫{ $name }。请写这一位的电话，以便区分。
contact-ask-address = 请写{ $name }的工作单位或住址。不写就按“跳过”。
contact-added =
    已登记联系对象：
    { $lines }
contact-own-sector-first = 提示：联系对象以本界别群众为主。您现有本界别 { $own } 位，其他 { $others } 位（依据：{ $source }）。
contact-shown = { $lines }
contact-what-to-change =
    { $lines }

    要改哪一项？
contact-ask-new-name = 请写{ $name }的新名字。
contact-ask-new-phone = 请写{ $name }的新电话。
contact-ask-new-address = 请写{ $name }的新单位或住址。
contact-ask-new-kind = { $name }改为哪一类？
contact-changed =
    已更改：
    { $lines }
contact-ask-why-end = 结束与{ $name }的联系？请写明原因，或按按钮。走访记录会保留。
contact-ended = 已结束与{ $name }的联系，走访记录保留。原因：{ $because }

contact-ask-why-replace = 更换联系对象{ $old }：请写明原因，或按按钮。
contact-ask-successor = 由谁接替{ $old }？请写姓名（或单位、村名）。也可以直接发来通讯录名片。
contact-replaced =
    已更换联系对象：{ $old }不再联系，走访记录保留。原因：{ $because }

    新登记：
    { $lines }

    { $notes }
contact-old-card = { $old }的服务卡已停用，扫码不再有效。请收回旧卡，年底一并交回。
contact-form-is-old = 您今年报送的登记表里还是原来的联系对象，请再报送一次。
contact-replaced-for-office =
    <b>委员更换联系对象</b>
    { $member }（{ $sector }，{ $unit }）：{ $old } → { $new }
    原因：{ $because }

doing-contact = 添加联系对象
doing-contactedit = 更改联系对象
doing-contactend = 结束联系
doing-replace = 更换联系对象

contact-is-not-yours = 您的联系对象里没有这一位。
contact-not-found-by-name = 您的联系对象里没有“{ $name }”。添加请写：/contacts 添加 { $name }
contact-name-is-missing = 请写姓名，例如：王秀英
contact-name-is-too-long = 姓名请不超过 { $limit } 字，现为 { $length } 字。
contact-line-is-too-long = 请不超过 { $limit } 字，现为 { $length } 字。
contact-line-is-empty = 请用文字写明。
contact-phone-is-not-valid = “{ $typed }”不是有效的电话号码。手机请写 11 位，座机请加区号。
contact-kind-is-not-offered = 请按上面的按钮选择类别。
contacts-are-full = 按规定最多联系 { $limit } 位，您已登记满（依据：{ $source }）。如要换人，请在那位联系对象下按“更换”。
contact-namesake-lacks-phone = { $name }已经是您的联系对象。如为同名的另一位，请先给原来那位补上电话。

answer-in-words = 这一步请用文字回答。
said-and-asked =
    { $said }

    { $asked }
