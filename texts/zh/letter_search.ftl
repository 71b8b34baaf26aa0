### 查找来信

command-search = 查找来信
doing-search = 查找来信

search-for-what =
    您想找哪封来信？请发送要找的字词，一两个字也可以。
    可以加上状态和日期，用空格隔开，例如：
    路灯 已回复 3月
    王秀英 自3月1日至4月15日
    也可以只发编号。
search-unsettled = 未办结
button-search-again = 重新查找

search-found =
    <b>查找：{ $line }</b>
    { $lines }
search-found-none =
    <b>查找：{ $line }</b>
    { $lines }
    没有找到。可以换个说法、少写几个字，或去掉状态和日期再试。
search-found-none-so-far =
    <b>查找：{ $line }</b>
    { $lines }
    较新的来信里没有找到。请按“更早的”继续查找。
search-line =
    { "" }
    { $number } · { $now } · { $day }
    { $topic }（{ $who }）
search-now-with = 已转交{ $holder }
search-line-with-excerpt =
    { $line }
    { $excerpt }
search-hit = { $before }<b>{ $hit }</b>{ $after }

search-is-too-long = 请不超过 { $limit } 字，现为 { $length } 字。写上最要紧的几个字就可以。
search-has-too-many-words = 一次最多查 { $limit } 个词，请去掉几个再试。
search-has-nothing-to-look-for = 没有看到可以查找的字词。请发送文字，例如：路灯 已回复 3月
search-is-forgotten = 这次查找时间已久，请发送 /search 重新查找。
