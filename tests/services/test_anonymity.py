"""What would tell who wrote anonymously by what is missing, hidden or numbered elsewhere."""

from dataclasses import replace

import pytest

from domain.letter_pieces import Piece
from domain.moderation import YouAreKeptOut
from domain.publications import Answer, Part
from services import bans, letter_course, letter_edits, letters, publications, triage
from storage import mydata, people
from storage.db import Tx
from tests.cast import Cast
from tests.services.letter_writing import COMMITTEE, LIMITS, as_pieces, write
from tests.services.test_moderation import UNTIL


async def test_of_an_anonymous_letter_no_member_is_missing_among_those_suggested(tx: Tx, cast: Cast) -> None:
    said = "农业和教育的事"
    for is_anonymous, expected in ((True, {"李建国", "赵明"}), (False, {"李建国"})):
        letter = await write(tx, cast.zhao, None, said, anonymous=is_anonymous)
        card = await triage.card(tx, letter.id, cast.zhou)
        assert {each.member.name for each in card.suggestions} == expected


@pytest.mark.parametrize("names_herself", [False, True])
async def test_names_put_into_an_answer_are_no_question_whose_letter_it_is(
    names_herself: bool, tx: Tx, cast: Cast
) -> None:
    words = "路灯坏了。王秀英家门口最黑。" if names_herself else "路灯坏了。马三立家门口最黑。"
    letter = await write(tx, cast.wang, cast.li_member, words, anonymous=True)
    await letters.answer(tx, letter.id, cast.li, as_pieces("是不是马三立和王秀英反映的那盏"), LIMITS)
    await letter_course.settle(tx, letter.id, cast.li)
    await publications.answer_consent(tx, letter.id, cast.wang, Answer.UNNAMED)
    draft = (await publications.card(tx, letter.id, cast.zhou)).publication.draft(Part.RESULT)
    assert ("王秀英" in draft) is not names_herself
    assert "马三立" in draft


async def test_what_somebody_gets_of_their_own_has_no_numbers_of_others(tx: Tx, cast: Cast) -> None:
    """By a number the anonymous writer and somebody by name, both kept out by a clerk, would be one."""
    letter = await write(tx, cast.wang, cast.li_member, anonymous=True)
    for typed in (letter.number, "王秀英"):
        whom = await bans.meant(tx, typed, cast.zhou, COMMITTEE)
        await bans.keep_out(tx, *whom, cast.zhou, "反复辱骂", UNTIL, COMMITTEE.zone)
    first, second = (await mydata.of(tx, cast.zhou.id))["bans"]
    assert "person_id" not in first | second
    assert first["by_id"] == cast.zhou.id
    assert (await mydata.of(tx, cast.wang.id))["bans"][0]["person_id"] == cast.wang.id


async def test_who_has_a_role_and_is_kept_out_adds_nothing_to_a_letter_either(tx: Tx, cast: Cast) -> None:
    said = Piece("有人收礼", chat_id=cast.zhao.telegram_id, message_id=70)
    letter = await write(tx, cast.zhao, cast.li_member, said, anonymous=True)
    whom = await bans.meant(tx, letter.number, cast.zhou, COMMITTEE)
    await bans.keep_out(tx, *whom, cast.zhou, "反复辱骂", UNTIL, COMMITTEE.zone)
    zhao = await people.get(tx, cast.zhao.id)
    with pytest.raises(YouAreKeptOut):
        await write(tx, zhao, cast.li_member)
    with pytest.raises(YouAreKeptOut):
        await letters.follow_up(tx, letter.id, zhao, as_pieces("还有"), LIMITS)
    with pytest.raises(YouAreKeptOut):
        await letter_edits.edit(tx, zhao, replace(said, text="还有人收礼"))
