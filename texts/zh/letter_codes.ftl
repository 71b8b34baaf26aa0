# /mylink：委员自己的写信码。

command-mylink = 我的写信码，群众扫码给您写信
menu-mylink = 🔗 我的写信码
letter-code =
    这是您的写信码。群众用 Telegram 扫一扫，就能直接给您写信。

    可以印在名片上、贴在委员工作室门口，也可以把下面的链接转发给群众：
    { $link }

# 图片上的字
letter-code-picture = 给{ $member }委员写信
letter-code-scan = 请用 Telegram 扫码，或打开下面的网址
