"""Not always the same people: the pool is invited in turn."""

from datetime import UTC, datetime, timedelta

from domain.pool import Representative, in_turn, of_choice

JOINED = datetime(2026, 1, 1, tzinfo=UTC)


def one(
    number: int, times: int = 0, last: int | None = None, joined: int = 0, sector: str = "农业界"
) -> Representative:
    invited = JOINED + timedelta(days=last) if last is not None else None
    township = "城北镇" if number % 2 else "城南镇"
    return Representative(number, number, sector, township, JOINED + timedelta(days=joined), times, invited)


def ids(chosen: list[Representative]) -> list[int]:
    return [each.id for each in chosen]


def test_who_was_invited_least_often_comes_first() -> None:
    assert ids(in_turn([one(1, 2, 5), one(2, 0), one(3, 1, 90)], 2)) == [2, 3]


def test_among_equals_it_is_who_was_it_longest_ago_then_who_joined_first() -> None:
    assert ids(in_turn([one(1, 1, 50), one(2, 1, 10)], 1)) == [2]
    assert ids(in_turn([one(1, joined=3), one(2, joined=1), one(3, joined=1)], 3)) == [2, 3, 1]


def test_over_many_activities_everyone_gets_the_same_share() -> None:
    pool = [one(number) for number in range(1, 8)]
    for day in range(14):
        chosen = {each.id for each in in_turn(pool, 3)}
        pool = [one(each.id, each.times_invited + 1, day) if each.id in chosen else each for each in pool]
    assert {each.times_invited for each in pool} == {6}


def test_more_than_there_are_and_none_at_all() -> None:
    assert ids(in_turn([one(1)], 5)) == [1]
    assert in_turn([one(1)], 0) == []
    assert in_turn([one(1)], -3) == []


def test_a_sector_or_a_township_may_be_chosen() -> None:
    pool = [one(1), one(2, sector="教育界"), one(3, sector="教育界")]
    assert ids(of_choice(pool)) == [1, 2, 3]
    assert ids(of_choice(pool, sector="教育界")) == [2, 3]
    assert ids(of_choice(pool, township="城北镇")) == [1, 3]
    assert of_choice(pool, township="城东镇") == []
