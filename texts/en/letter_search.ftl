### Searching letters

command-search = Search letters
doing-search = searching letters

search-for-what =
    Which letter are you looking for? Please send some of its words; one or two characters are enough.
    You may add a state and dates, with spaces between, for example:
    路灯 answered 2026-03
    王秀英 from 2026-03-01 to 2026-04-15
    A letter's number alone will do as well.
search-unsettled = unsettled
button-search-again = Search again

search-found =
    <b>Search: { $line }</b>
    { $lines }
search-found-none =
    <b>Search: { $line }</b>
    { $lines }
    Nothing was found. Please try other or fewer words, or leave out the state and the dates.
search-found-none-so-far =
    <b>Search: { $line }</b>
    { $lines }
    Nothing was found among the newer letters. Press “Older” to look further back.
search-line =
    { "" }
    { $number } · { $now } · { $day }
    { $topic } ({ $who })
search-now-with = handed over to { $holder }
search-line-with-excerpt =
    { $line }
    { $excerpt }
search-hit = { $before }<b>{ $hit }</b>{ $after }

search-is-too-long = Please use at most { $limit } characters; these are { $length }. The few words that matter are enough.
search-has-too-many-words = At most { $limit } words can be searched for at once. Please leave some out.
search-has-nothing-to-look-for = There is nothing here to search for. Please send words, for example: 路灯 answered 2026-03
search-is-forgotten = This search was too long ago. Please send /search to search again.
