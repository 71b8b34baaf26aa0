### 命令行

cli-about = 连心桥：政协委员与群众之间的桥
cli-help-init = 写一份 config.toml，建好数据库
cli-help-check = 检查配置、令牌、数据库、时钟、规则方案和字体
cli-help-run = 运行机器人
cli-help-demo = 不联网，在本机演示整座桥
cli-help-migrate = 把数据库升级到最新
cli-help-invite = 做一个一次性邀请链接：office、member、leader、staff、department
cli-help-revoke = 收回身份：有人离开办公室、单位时用（lianxin revoke office --name 周敏）
cli-help-import = 导入
cli-help-import-members = 从表格导入委员名单（.xlsx .xls .ods .csv）
cli-help-import-units = 从表格导入单位和人员名单（.xlsx .xls .ods .csv）
cli-help-export = 导出 letters、visits、members、units、contacts 或 activities（.xlsx .csv .json），或登记表 form（.docx，可加 --unit 或 --member）
cli-help-scheme = 规则方案
cli-help-scheme-check = 检查一个方案文件
cli-help-scheme-preview = 现有数据换成另一个方案会怎样（加 --names 列出姓名）
cli-help-scheme-use = 从某一天起改用另一个方案（--from 2026-07-01）
cli-help-scheme-explain = 用文字说明一个方案，并注明依据

why-not-there = 没有这个文件或文件夹
why-no-right = 没有权限，文件可能属于别的用户
why-a-folder = 这是文件夹，不是文件
why-no-folder = 路径中有一段不是文件夹
why-disk-full = 磁盘已满
why-read-only = 只读，不能写
why-port-taken = 端口已被别的程序占用

cli-usage = 命令有误：{ $fault } 用 lianxin --help 查看用法。
cli-usage-missing = 命令不完整：还要写 { $what }。用 lianxin --help 查看用法。
cli-usage-unknown-option = 没有 { $what } 这个选项。用 lianxin --help 查看用法。
cli-usage-unknown-command = 没有“{ $what }”这个命令。用 lianxin --help 查看用法。
cli-usage-did-you-mean = 没有 { $what }，是不是 { $meant }？用 lianxin --help 查看用法。
cli-file-fault = { $file }：{ $why }
cli-database-fault = 数据库有误：{ $fault }
database-is-held = { $file }：另一个连心桥正在使用这个数据库，请先停下它
database-lock-not-writable = { $file }：写不了（{ $why }）。请检查磁盘是否已满、是否只读，文件和文件夹是否属于运行机器人的用户
database-is-polled = storage.url：另一个连心桥正在收取消息；几台同时运行，要用 telegram.mode = "webhook"
database-lets-nobody-in = storage.url：连不上 PostgreSQL（{ $fault }）
database-is-newer = 数据库的版本（{ $revision }）比这个程序（{ $newest }）新，请先升级程序
database-not-migrated-for = 数据库没能升级，没有改动：{ $fault }
database-not-opened = { $file }：打不开或写不了（{ $fault }）。请检查磁盘是否已满，文件和文件夹是否属于运行机器人的用户
database-not-usable = 数据库读不了或写不了（{ $fault }）。请检查磁盘是否已满，文件和文件夹是否属于运行机器人的用户
copy-to-itself = --to：这就是现在用的数据库，不能搬给自己
cli-scheme-fault = 规则方案有误：{ $fault }
cli-stopped = 已停止。

cli-init-refuses = { $file }：已经有了，不覆盖
cli-init-done = 已写好 { $file }，数据库也已建好。请填上机器人令牌，再运行 lianxin check。
cli-migrated = 数据库已是最新（{ $revision }）。
cli-database-not-migrated = 数据库还不是最新，请先运行 lianxin migrate

cli-slip = { $name }（{ $sector }，{ $unit }） { $link }
cli-slip-of-unit = { $name }（{ $unit }） { $link }
cli-slips-written = 已写好 { $count } 张邀请单：{ $file }
cli-all-is-for-many = --all 只用于 member、staff、department（不写 --name），例如：lianxin invite member --all
cli-file-is-for-all = --file 要和 --all 一起用
cli-link = { $link }
cli-invited-without-unit = 没有写单位（--unit）：加入后收不到转给单位的来信，可以再发一次带单位的邀请
cli-revoked = 已收回{ $name }的身份：{ $role }。
cli-role-unknown = 没有“{ $role }”这种身份，应为：{ $choices }
cli-link-without-bot = 现在连不上 Telegram（{ $why }），不知道机器人的用户名：请把链接里的 { $placeholder } 换成它
cli-imported-units = 导入完成：新单位 { $units } 个；人员新增 { $added } 位，更新 { $updated } 位，未变 { $unchanged } 位，离任 { $left } 位。
cli-imported = 导入完成：新增 { $added } 位，更新 { $updated } 位，未变 { $unchanged } 位，离任 { $left } 位；名单外仍在任 { $elsewhere } 位，未作改动。
cli-import-refused = 有 { $count } 处错误，没有导入任何内容。请改好后再导入。
cli-subject-unknown = 不能导出“{ $subject }”，应为：{ $choices }
cli-exported = 已导出 { $count } 行：{ $file }
cli-choice-is-for-forms = --unit 和 --member 只用于：lianxin export form 登记表.docx
cli-unit-or-member = --unit 和 --member 只能用一个
cli-forms-exported = 已导出登记表 { $count } 份：{ $file }
cli-scheme-sound = 方案没有问题：{ $title }，任务 { $quotas } 项，时间节点 { $deadlines } 个，活动 { $events } 项

cli-day-not-readable = “{ $typed }”不是日期，请写成 2026-07-01
cli-scheme-used = 从{ $day }起改用：{ $title }。以前的统计保持不变；正在运行的机器人到那天会自动换用。

cli-preview-title =
    现行方案：{ $now }
    改用方案：{ $then }
    按 { $day } 的数据；箭头左边是现在，右边是改用以后
cli-preview-headings = 委员      已完成        未完成   联系对象超限   单位
cli-preview-row = { $members } { $met } { $behind } { $over } { $unit }
cli-preview-no-unit = （没有单位）
cli-preview-all = 合计
cli-preview-no-figures = 《{ $title }》没有给 { $count } 位委员规定数量，这些委员不算已完成，也不算未完成。
cli-preview-member = · { $member }（{ $unit }）：{ $now } → { $then }
cli-preview-met = 已完成{ $over }
cli-preview-behind = 还差走访 { $visits } 次、实事 { $deeds } 件、联系对象 { $contacts } 位{ $over }
cli-preview-free = 没有规定数量{ $over }
cli-preview-over = （联系对象超限 { $count } 位）

check-ok = 正常　{ $what }
check-not-ok = 有误　{ $what }
check-configuration = 配置：{ $file }
check-token = 令牌：@{ $bot }
check-telegram-not-reached = 令牌：连不上 Telegram（{ $why }），请检查网络、telegram.base_url 和 telegram.proxy
check-database = 数据库：{ $revision }
check-database-empty = 数据库：还没有建，请运行 lianxin migrate
check-database-old = 数据库：版本 { $revision }，应为 { $newest }，请运行 lianxin migrate
check-database-new = 数据库：版本 { $revision } 比本程序（{ $newest }）新，请更新程序
check-database-folder = 数据库：不能写入文件夹 { $folder }
check-clock = 时钟：与 Telegram 相差 { $seconds } 秒
check-clock-off = 时钟：与 Telegram 相差 { $seconds } 秒，请校准本机时间
check-clock-unknown = 时钟：连不上 Telegram，未能核对
check-scheme = 规则方案：{ $title }
check-fonts = 字体：{ $file }
check-fonts-missing = 字体：缺少思源黑体，请重新安装 pylopdf-fonts-zh-cn

config-file-missing = { $file }：没有这个文件。运行 lianxin init 可以写一份
config-file-not-readable = { $file }：读不出来（{ $why }）
config-file-not-utf8 = { $file }：应为 UTF-8 编码的文本
config-file-not-toml = { $file }：不是 TOML：{ $why }
config-key-missing = { $where }：缺少 { $key }，应为{ $expected }
config-key-unknown = { $where }：没有 { $key } 这一项，见 config.example.toml
config-key-unknown-did-you-mean = { $where }：没有 { $key } 这一项，是不是 { $meant }？
config-key-wrong = { $where }：{ $key } 应为{ $expected }
config-key-of-wrong-kind = { $where }：{ $key } 应为{ $expected }，现为{ $kind }
config-variable-unknown = { $variable }：没有这一节，LIANXIN_ 后面应为：{ $sections }
config-variable-not-json = 环境变量 { $prefix }…：有一项应为 JSON 的列表或节，现在读不出来
config-token-missing = telegram.token：还没有填。可以写在这里，或写在 LIANXIN_TELEGRAM__TOKEN，或用 token_file 指定文件
config-token-file-not-readable = telegram.token_file：读不出 { $file }（{ $why }）
config-token-unknown = telegram.token：Telegram 不认识这个令牌，请到 @BotFather 重新复制
config-webhook-refused = telegram.webhook_url：Telegram 不接受这个地址（{ $why }）
config-address-taken = { $key }：不能在 { $address } 上监听（{ $why }）

expected-committee-code = 1 至 6 个大写字母
expected-time-zone = 时区，例如 Asia/Shanghai
expected-database-address = sqlite:///文件 或 postgresql://用户:密码@主机/库
expected-one-of = 其中之一：{ $choices }
expected-whole-number = 整数
expected-whole-number-between = { $least } 至 { $most } 的整数
expected-whole-number-above-zero = 大于 0 的整数
expected-number-above-zero = 大于 0 的数
expected-true-or-false = true 或 false
expected-days = 日期的列表，例如 ["2026-06-19"]
expected-day = 日期，例如 "2026-06-19"
expected-section = 一节
expected-text = 一段文字
expected-webhook-url = 以 https:// 开头的网址，例如 https://example.org/telegram
expected-webhook-secret = 16 至 256 个字母、数字、- 或 _
a-truth-value = true 或 false
a-number = 数字
a-text = 文字
a-list = 列表
a-section = 一节
