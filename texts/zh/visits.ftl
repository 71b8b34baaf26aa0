### 走访与联系对象：不能照办时的答复

day-does-not-exist = 日历上没有“{ $typed }”这一天，请核对日期。
day-is-lunar = “{ $typed }”是农历吧？请改写公历的日期。
day-is-vague = “{ $typed }”还看不出是哪一天，请写具体日期。
day-is-in-the-future = { $day }还没有到。请在走访之后再登记。
day-is-before-the-year = { $day }不在本年度内，只能登记{ $began }以后的走访。

visit-line-contact-is-missing = 请先写联系对象的姓名，例如：/visit 王秀英 昨天 上门 了解就医情况
visit-line-note-is-missing = 请补充走访{ $contact }的内容，例如：了解就医情况。
visit-line-good-deed-is-empty = “#实事”后面还没有内容，请写明办了什么事，例如：#实事 送去轮椅
visit-line-too-many-good-deeds = 一次最多登记 { $limit } 件实事，其余请另行登记。
visit-line-contact-is-too-long = 姓名请不超过 { $limit } 字，现为 { $length } 字。姓名后面请空一格。
visit-line-note-is-too-long = 走访内容请不超过 { $limit } 字，现为 { $length } 字。
visit-line-good-deed-is-too-long = 每件实事请不超过 { $limit } 字，现为 { $length } 字。

visit-is-not-yours = 这次走访由其他委员登记，您不能更改。
visit-is-withdrawn = 这次走访已经撤回或更正，不能再改。
visit-too-late-to-correct = 这次走访只能在{ $until }之前更改。如有差错，请联系政协办公室。

contact-limit-reached = 按规定最多联系 { $limit } 位，{ $name }暂不能登记（依据：{ $source }）。您可以先结束一位联系对象。
contact-already-registered = { $name }已经是您的联系对象。如为同名的另一位，请写上联系电话。
contact-has-ended = 您与{ $name }的联系已于{ $ended }结束。
