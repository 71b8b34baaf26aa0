### 操作记录

cli-help-audit = 操作记录
cli-help-audit-verify = 核对操作记录是否完整

audit-whole = 操作记录完整：{ $count } 条。
audit-older = 其中 { $count } 条是启用核对以前的，无从核对。
audit-broken = 操作记录从第 { $row } 条起对不上：这一条或它前面的一条被改动、插入或删去了。
audit-cut = 操作记录的末尾不见了：现有 { $count } 条，后面的被删去了。

command-audit = 操作记录：谁做了什么
audit-page =
    <b>操作记录</b>（新的在前）

    { $lines }
audit-empty = 还没有操作记录。
audit-line = { $at }　{ $who }：{ $what }{ $numbers }
audit-command-line = 命令行
audit-nobody = 已合并的人员

audited-invited = 发出邀请
audited-joined = 接受邀请加入
audited-exported = 导出
audited-scheme-changed = 改用规则方案
audited-session-recorded = 登记届次
audited-invited-members = 批量邀请委员
audited-imported-members = 导入委员名单
audited-backup = 备份数据库
audited-press-triage-to = 把来信交给委员
audited-press-triage-choose = 把来信交给委员
audited-step-triage-whom = 把来信交给委员
audited-press-triage-keep = 来信由办公室办理
audited-step-triage-why = 退回来信
audited-press-triage-mark = 给来信加标记
audited-press-triage-post = 把来信发到委员群
audited-command-assign = 指派来信
audited-press-letter-open = 阅读来信
audited-command-letter = 阅读来信
audited-step-reply-text = 答复来信
audited-reply = 答复来信
audited-press-settle-now = 办结来信
audited-step-settle-words = 办结来信
audited-press-handover-now = 转交来信
audited-step-handover-why = 转交来信
audited-press-form-accept = 接收登记表
audited-step-formreturn-reason = 退回登记表
audited-press-merge = 合并来信
audited-press-matter-out = 把来信移出
audited-press-publish-now = 公开来信
audited-press-publish-no = 不公开来信
audited-step-publish-words = 改写公开内容
audited-edit = 修改已发的内容
