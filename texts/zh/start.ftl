### 进门：问候、帮助、语言、取消

command-start = 回到首页
command-help = 看看能做什么
command-language = 换语言 / Language
command-cancel = 取消正在办的事
command-members = 委员名单

start-constituent = 您好！这里是{ $committee }的“连心桥”。

    您有话想对政协委员说，点“写信给委员”就可以，写好先给您过目，再送出。可以实名，也可以匿名。
start-member = 您好，委员！

    群众来信、走访记录和全年履职进度，都在下面。
start-office = 您好！这里是政协办公室的首页。
start-guest = 您好！您已加入{ $committee }的“连心桥”。有需要您办理的事情，会在这里通知您。

menu-write = ✉️ 写信给委员
menu-suggest = 💡 我要建言
menu-triage = 🗂 分派来信
menu-letters = 📂 我的来信
menu-members = 👥 委员名单
menu-help = ❓ 帮助
menu-inbox = 📥 待办来信
menu-search = 🔍 查找来信
menu-visit = 🚶 记录走访
menu-contacts = 🤝 联系对象
menu-quota = 📊 履职进度
menu-form = 📝 登记表
menu-card = 🪪 服务卡
menu-forms = 📝 登记表
menu-invite = 🔗 邀请加入

menu-brief = 📄 社情民意
menu-reviews = 🖊 待审答复
menu-lecture = 🎤 委员讲堂
menu-studios = 🏡 委员工作室
menu-cards = 🪪 服务卡登记
menu-audit = 📜 操作记录
menu-together = 👥 集中走访
menu-deeds = 🎁 实事
menu-diary = 📔 履职日记
menu-report = 🧾 年度小结
menu-away = 🌴 请假
menu-tasks = 📌 交办件
menu-pool = 🙋 群众代表库
menu-mydata = 🔒 我的资料

menu-group-letters = ✉️ 来信与信息 ›
menu-group-activities = 📅 活动与讲堂 ›
menu-group-people = 👥 委员与名册 ›
menu-group-figures = 📊 统计与通报 ›
menu-group-visits = 🤝 走访与日记 ›
menu-group-more = ⋯ 更多 ›
menu-choose = 请选择：
menu-button-back = ‹ 返回

joined = { $name }，您好！您已加入{ $committee }的“连心桥”，身份是：{ $role }。

    下面的按钮，就是您常用的功能。
joined-already = { $name }，您已经加入了，身份是：{ $role }。不用再点链接，直接使用即可。
link-unknown = 这个链接已经失效，或者不完整。发送 /start 可以回到首页。

help = <b>您可以这样用</b>

    { $lines }

    也可以直接点下面的按钮。
help-line = { $command }  { $what }
help-visit-example = 记走访，直接写一句就行，例如：走访王秀英 昨天上门 了解就医情况。实事：送去轮椅

which-language = 请选择语言。Please choose your language.
language-zh = 中文
language-en = English
language-is-set = 好的，以后用中文。

cancel-sure = { $what }还没有完成。要放弃已经写好的内容吗？
button-throw-away = 放弃
button-keep = 继续
cancelled-what = 已取消：{ $what }。
cancel-kept = 好的，{ $what }继续。

voice-is-not-heard = 语音这里还听不懂，请写成文字：点一下手机键盘上的话筒，说的话就会变成文字。
what-now = 请问要办什么？请点下面的按钮。如要答复来信，请直接回复那一条消息。
you-are-welcome = 不客气。以后有事想说，随时写给我们。
not-for-a-letter = 这样的内容我还看不懂。有话想对委员说，请用文字、照片、语音或文件。
menu-roster = 名册
