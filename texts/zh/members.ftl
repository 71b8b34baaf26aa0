### 委员名单

members-by-sector = <b>委员名单</b>（共 { $count } 位）

    请选择界别。也可以发送：/members 姓名
members-of-sector = <b>{ $sector }</b>

    { $lines }
members-found = { $lines }
member-line = { $name }（{ $sector }）
member-line-with-unit = { $name }（{ $sector }，{ $unit }）
sector-with-count = { $sector }（{ $count }）
sector-not-known = 界别待补
write-to-member = ✉️ 写信给{ $name }
members-none-found = 名单里没有找到“{ $words }”。请换一个姓名、界别或乡镇试试。
members-none-yet = 委员名单还没有录入。您可以先写信，由政协办公室转交。
