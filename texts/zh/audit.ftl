### 操作记录

cli-help-audit = 操作记录
cli-help-audit-verify = 核对操作记录是否完整

audit-whole = 操作记录完整：{ $count } 条。
audit-older = 其中 { $count } 条是启用核对以前的，无从核对。
audit-broken = 操作记录从第 { $row } 条起对不上：这一条或它前面的一条被改动、插入或删去了。
audit-cut = 操作记录的末尾不见了：现有 { $count } 条，后面的被删去了。
