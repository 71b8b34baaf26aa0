### 备份、恢复、迁移、体检

cli-help-backup = 备份数据库（机器人运行时也可以）
cli-help-restore = 用备份恢复数据库
cli-help-copy = 把数据库整个搬到另一种引擎（--to 地址），逐表核对
cli-help-doctor = 体检：哪些事需要人处理，怎么处理

cli-database-missing = { $file }：没有这个数据库。新装的请运行 lianxin init（已有配置的运行 lianxin migrate）；原来有的请运行 lianxin restore 备份文件
cli-database-damaged = 数据库已损坏：{ $fault }。请运行 lianxin restore 备份文件 --overwrite

backup-made = 备份完成：{ $file }
backup-described = 备份：{ $size }，{ $age }前，版本 { $revision }
backup-rows = 人员 { $people }，委员 { $members }，联系对象 { $contacts }，走访 { $visits }，来信 { $letters }，信中往来 { $letter_entries }
backup-not-written-down = 备份是好的，但数据库现在写不进去，没有记下这次备份。
backup-file-is-there = { $file }：已经有了，不覆盖。要覆盖请加 --overwrite
backup-failed = { $file }：备份没有做成（{ $why }）
backup-is-none = { $file }：不是连心桥的备份，没有改动任何内容
backup-is-damaged = { $file }：备份已损坏（{ $why }），没有改动任何内容
backup-is-newer = { $file }：备份的版本 { $revision } 比本程序（{ $newest }）新，请先更新程序
backup-of-other-engine = { $file }：备份来自另一种数据库引擎。请先在原来的引擎上恢复，再用 lianxin copy 搬过来
backup-missing = { $night }夜里的数据库备份没有做成，请联系系统维护人员运行 lianxin doctor。

database-holds-people = 数据库里已有 { $people } 人，不覆盖。确要恢复请加 --overwrite，现有的会另存一份
database-can-not-be-read = 现有的数据库读不出来，不知道里面有什么，不覆盖。确要恢复请加 --overwrite，现有的会另存一份
database-is-not-ours = 数据库里有别的程序的表，没有改动任何内容。请给连心桥单独建一个数据库
database-is-in-use = 还有 { $sessions } 个连接正在使用数据库，请先停下机器人
postgres-program-missing = 没有找到 { $program }，请安装 PostgreSQL 的客户端程序（postgresql-client）
postgres-program-failed = { $program }：{ $why }

restore-kept-aside = 原来的数据库另存为：{ $file }
restore-done = 恢复完成，数据库版本 { $revision }，现有：

copy-table = { $table }：{ $rows } 行，核对一致
copy-done = 搬迁完成，{ $tables } 张表全部一致。请把新地址写进 [storage] 的 url，再运行 lianxin run。
copy-to-no-address = --to：应为{ $expected }
copy-target-is-not-empty = 目标数据库不是空的（{ $table } 里有内容），没有改动
copy-target-of-other-version = 目标数据库是别的版本，没有改动。请给一个空的数据库
copy-differs = { $table }：搬过去后与原来的不一致，已全部撤回
copy-failed = { $table }：搬不过去（{ $why }），已全部撤回

age-in-hours = { $hours ->
    [0] 不到 1 小时
   *[other] { $hours } 小时
 }
age-in-days = { $days } 天

doctor-all-fine = 一切正常。
doctor-needs-you = 有事需要处理，见上面标明“有误”的各行。
doctor-retried = { $count } 条搁置的消息已重新交给机器人处理。
doctor-database-whole = 数据库文件：完好
doctor-database-damaged = 数据库文件：已损坏，请停下机器人，运行 lianxin restore 备份文件 --overwrite
doctor-rows-fine = 内容：前后一致
doctor-orphans = 内容：{ $where } 有 { $count } 行指向不存在的内容，请恢复备份或联系开发者
doctor-letter-without-words = 内容：{ $count } 封来信没有正文（{ $which }），请联系开发者
doctor-letter-half-settled = 内容：{ $count } 封来信的办结状态自相矛盾（{ $which }），请联系开发者
doctor-letter-with-nobody = 来信：{ $count } 封还在已离任的委员手里（{ $which }），请办公室转交
doctor-visit-of-others-contact = 内容：{ $count } 条走访记的是别的委员的联系对象（{ $which }），请该委员更正
doctor-deed-of-another-visit = 内容：{ $count } 件实事与所属走访对不上（{ $which }），请联系开发者
doctor-member-without-role = 内容：{ $count } 位委员没有委员身份（{ $which }），请重新导入名单
doctor-names-moved = 内容：{ $count } 人的姓名与查找用的值不符（编号 { $which }），可能有人直接改过数据库，请核对或恢复备份
doctor-letters-moved = 内容：{ $count } 封来信的文字与查找用的词不符（{ $which }），可能有人直接改过数据库，请核对或恢复备份
doctor-dialogues-fine = 对话：没有卡住的
doctor-dialogues-nowhere = 对话：{ $count } 个停在程序不认识的步骤（{ $which }），请更新程序；当事人可发 /cancel
doctor-dialogues-stuck = 对话：{ $count } 个超过 { $days } 天没有动，本应已清理，请查看日志
doctor-parked-none = 搁置的消息：没有
doctor-parked = 搁置的消息：{ $number }，{ $age }前收到，{ $kind }
doctor-parked-altogether = 搁置的消息：共 { $count } 条。查明原因后运行 lianxin doctor --retry-parked 重新处理
doctor-failed-none = 没有发出的消息：没有
doctor-failed-blocked = 没有发出的消息：{ $count } 条，对方停用了机器人，恢复后会补发
doctor-failed = 没有发出的消息：{ $count } 条，{ $kind }，请查看日志
doctor-leases-fine = 发件箱：没有卡住的
doctor-leases = 发件箱：{ $count } 条消息取走后没有下文，请重新启动机器人
doctor-contacts-fine = 联系对象：没有超出规则的
doctor-contacts-over = 联系对象：{ $count } 位委员超出规则的上限（{ $who }），请他们结束多出的
doctor-letters-fine = 来信：没有超过 { $days } 天未读的
doctor-letters-unread = 来信：{ $count } 封超过 { $days } 天未读（{ $which }），请办公室催办
doctor-office-not-joined = 办公室：还没有人加入，请运行 lianxin invite office
doctor-members-none = 委员：名单还没有导入，请运行 lianxin import members 名册.xlsx
doctor-members-fine = 委员：都已加入
doctor-members-not-joined = 委员：{ $count } 位还没有加入，请办公室用 /invite 邀请
doctor-backup = 备份：上次在 { $age }前
doctor-backup-old = 备份：上次在 { $age }前，请运行 lianxin backup 文件，或检查 [backup]
doctor-backup-never = 备份：从未做过，请运行 lianxin backup 文件，或填写 [backup] folder
doctor-size = 数据库大小：{ $size }，日志 { $log }
doctor-log-too-large = 数据库大小：{ $size }，日志 { $log } 过大，请重新启动机器人
doctor-disk = 磁盘：{ $folder } 还有 { $free }
doctor-disk-full = 磁盘：{ $folder } 只剩 { $free }，请腾出空间
doctor-folder-not-readable = 磁盘：{ $folder } 读不出来（{ $why }），请检查
