### 日期

a-day = { $year }年{ $month }月{ $day }日
