### 日期

a-day-this-year = { $month }月{ $day }日
a-day = { $year }年{ $month }月{ $day }日
