"""From a writer's consent to a post in the channel, and back."""

from dataclasses import replace
from typing import Any

import pytest

from domain.briefs import Verdict
from domain.contacts import Contact, ContactKind
from domain.letter_kinds import Mark
from domain.letters import Grade, Letter, LetterNotFound
from domain.people import NotForYourRole
from domain.publications import Answer, NoConsent, NoPublicChannel, Part, PublicationState
from domain.settings import Channels
from services import (
    brief_feedback,
    brief_work,
    forgetting,
    letter_course,
    letter_wishes,
    letters,
    public_posts,
    publications,
)
from services.publications import Channel, PublicationCard
from storage import contacts
from storage import letters as stored
from storage import publications as kept
from storage.db import Tx
from tests.cast import NOW, Cast
from tests.services.brief_making import DUE, answered, lamps, of_letters, reviewed
from tests.services.letter_writing import LIMITS, TEXTS, as_pieces, buttons, last_told, owed, write
from texts import unpack

CHANNELS = Channels(public_chat_id=-1001)
CHANNEL = Channel(-1001, "zh", "https://t.me/lianxin_bot?start=write")
WRITTEN = "我是王秀英，住人民路12号，电话13800000001，张三家门口的路灯坏了。"


async def settled(tx: Tx, cast: Cast, *, anonymous: bool = False) -> Letter:
    letter = await write(tx, cast.wang, cast.li_member, WRITTEN, anonymous=anonymous)
    await letters.answer(tx, letter.id, cast.li, as_pieces("已请供电所修好，问赵明13900000002。"), LIMITS)
    return await letter_course.settle(tx, letter.id, cast.li)


async def allow(tx: Tx, cast: Cast, letter: Letter, said: Answer = Answer.UNNAMED) -> None:
    await publications.answer_consent(tx, letter.id, cast.wang, said)


async def published(tx: Tx, cast: Cast, letter: Letter) -> PublicationCard:
    card = await publications.card(tx, letter.id, cast.zhou)
    await publications.publish(tx, letter.id, cast.zhou, card.publication.revision, CHANNEL)
    return card


async def posts(tx: Tx) -> list[dict[str, Any]]:
    """What the channel is owed, in order."""
    rows = await tx.all("SELECT content_json FROM outbox WHERE chat_id = -1001 ORDER BY id")
    return [row["content_json"] for row in rows]


async def last_post(tx: Tx) -> str:
    return TEXTS.plain("zh", unpack((await posts(tx))[-1]["text"]))


async def test_the_writer_is_asked_once_and_only_where_there_is_a_channel(tx: Tx, cast: Cast) -> None:
    letter = await settled(tx, cast)
    before = len(await owed(tx, cast.wang))
    await publications.ask_once(tx, letter, Channels())
    assert len(await owed(tx, cast.wang)) == before
    for _ in range(2):
        await publications.ask_once(tx, letter, CHANNELS)
    assert len(await owed(tx, cast.wang)) == before + 1
    assert buttons((await owed(tx, cast.wang))[-1]) == ["同意公开，写上我的名字", "同意公开，不写名字", "不公开"]


async def test_who_writes_without_a_name_is_not_asked_for_it(tx: Tx, cast: Cast) -> None:
    letter = await settled(tx, cast, anonymous=True)
    await publications.ask_once(tx, letter, CHANNELS)
    assert buttons((await owed(tx, cast.wang))[-1]) == ["同意公开，不写名字", "不公开"]
    await allow(tx, cast, letter, Answer.NAMED)
    await published(tx, cast, letter)
    assert "王秀英" not in await last_post(tx)


async def test_nothing_is_offered_to_the_office_without_consent(tx: Tx, cast: Cast) -> None:
    letter = await settled(tx, cast)
    assert await publications.next_card(tx, cast.zhou) is None
    with pytest.raises(NoConsent):
        await publications.card(tx, letter.id, cast.zhou)
    await publications.ask_once(tx, letter, CHANNELS)
    with pytest.raises(NoConsent):
        await publications.card(tx, letter.id, cast.zhou)
    await allow(tx, cast, letter, Answer.NO)
    with pytest.raises(NoConsent):
        await publications.publish(tx, letter.id, cast.zhou, 0, CHANNEL)
    assert await publications.next_card(tx, cast.zhou) is None


async def test_only_the_office_sees_the_queue_and_only_the_writer_consents(tx: Tx, cast: Cast) -> None:
    letter = await settled(tx, cast)
    with pytest.raises(LetterNotFound):
        await publications.answer_consent(tx, letter.id, cast.li, Answer.NAMED)
    await allow(tx, cast, letter)
    assert "请审核" in await last_told(tx, cast.zhou)
    for ask in (publications.card(tx, letter.id, cast.li), publications.next_card(tx, cast.wang)):
        with pytest.raises(NotForYourRole):
            await ask


async def test_the_office_sees_what_was_hidden_and_what_to_mind(tx: Tx, cast: Cast) -> None:
    await contacts.add(tx, Contact(0, cast.li_member.id, ContactKind.SECTOR, "张三", NOW.date()))
    letter = await settled(tx, cast)
    await allow(tx, cast, letter)
    card = await publications.next_card(tx, cast.zhou)
    assert card is not None
    assert card.publication.draft(Part.CONTENT) == "我是***，住人民路***，电话***，***家门口的路灯坏了。"
    assert card.publication.draft(Part.RESULT) == "已请供电所修好，问赵明***。"
    assert [each.text for each in card.hidden] == ["王秀英", "12号", "13800000001", "张三", "13900000002"]
    assert [each.text for each in card.doubtful] == ["赵明"]
    assert card.waiting == 1


async def test_a_hidden_name_in_an_anonymous_letter_is_not_told_apart(tx: Tx, cast: Cast) -> None:
    letter = await settled(tx, cast, anonymous=True)
    await allow(tx, cast, letter)
    card = await publications.card(tx, letter.id, cast.zhou)
    lines = [TEXTS.plain("zh", line) for line in publications.listed(letter, card.hidden)]
    assert lines == ["姓名", "住址：12号", "电话：13800000001", "电话：13900000002"]


async def test_the_post_has_the_five_disclosures_and_the_way_back_to_the_bot(tx: Tx, cast: Cast) -> None:
    letter = await settled(tx, cast)
    await allow(tx, cast, letter, Answer.NAMED)
    await published(tx, cast, letter)
    words = await last_post(tx)
    for part in ("来信人：王秀英", "内容", "路灯坏了", "办理", "李建国委员办理", "结果", "已请供电所修好", "群众评判"):
        assert part in words
    assert "评判结果</b>\n尚未评判" in words
    assert "13800000001" not in words
    ((button,),) = (await posts(tx))[-1]["buttons"]
    assert button["url"] == CHANNEL.write_url
    assert "已在公开频道公开" in await last_told(tx, cast.wang)


async def test_the_post_of_who_is_forgotten_has_no_name_any_more(tx: Tx, cast: Cast) -> None:
    letter = await settled(tx, cast)
    await allow(tx, cast, letter, Answer.NAMED)
    await published(tx, cast, letter)
    assert "王秀英" in await last_post(tx)
    await forgetting.forget(tx, cast.wang, taking_back=False)
    assert "王秀英" not in await last_post(tx)
    assert "路灯坏了" in await last_post(tx)


async def test_the_post_follows_the_matter(tx: Tx, cast: Cast) -> None:
    letter = await settled(tx, cast)
    await allow(tx, cast, letter)
    await published(tx, cast, letter)
    await letters.follow_up(tx, letter.id, cast.wang, as_pieces("又坏了，我叫王秀英"), LIMITS)
    assert "正在继续办理" in await last_post(tx)
    assert "又坏了" not in await last_post(tx)
    await letters.answer(tx, letter.id, cast.li, as_pieces("又修好了，问13900000002"), LIMITS)
    assert "139" not in await last_post(tx)
    await letter_course.settle(tx, letter.id, cast.li)
    assert "已请来信人评判" in await last_post(tx)
    await letter_course.grade(tx, letter.id, cast.wang, Grade.HELPED)
    assert "评判结果</b>\n有帮助" in await last_post(tx)
    await letter_course.add_words(tx, letter.id, cast.wang, "谢谢，我是王秀英")
    assert "谢谢" not in await last_post(tx)


async def test_what_was_said_since_waits_for_the_office_and_loses_no_wording(tx: Tx, cast: Cast) -> None:
    letter = await settled(tx, cast)
    await allow(tx, cast, letter)
    await publications.reword(tx, letter.id, cast.zhou, Part.CONTENT, "路灯坏了")
    await published(tx, cast, letter)
    assert await publications.next_card(tx, cast.zhou) is None
    await letters.follow_up(tx, letter.id, cast.wang, as_pieces("又坏了"), LIMITS)
    assert await publications.next_card(tx, cast.zhou) is None
    await letter_course.settle(tx, letter.id, cast.li)
    card = await publications.next_card(tx, cast.zhou)
    assert card is not None
    assert card.publication.is_stale
    assert card.publication.draft(Part.CONTENT) == "路灯坏了"
    card = await publications.card(tx, letter.id, cast.zhou, anew=True)
    assert "又坏了" in card.publication.draft(Part.CONTENT)
    await publications.publish(tx, letter.id, cast.zhou, card.publication.revision, CHANNEL)
    assert "又坏了" in await last_post(tx)
    assert await publications.next_card(tx, cast.zhou) is None


async def test_consent_taken_back_empties_the_post(tx: Tx, cast: Cast) -> None:
    letter = await settled(tx, cast)
    await allow(tx, cast, letter)
    await published(tx, cast, letter)
    await allow(tx, cast, letter, Answer.NO)
    assert "已撤下" in await last_post(tx)
    assert (await posts(tx))[-1]["only_edits"]
    assert not (await posts(tx))[-1]["buttons"]
    assert "收回了公开的同意" in await last_told(tx, cast.zhou)
    count = len(await posts(tx))
    await letter_course.grade(tx, letter.id, cast.wang, Grade.NOT)
    assert len(await posts(tx)) == count


async def test_a_letter_that_is_withdrawn_is_public_no_more(tx: Tx, cast: Cast) -> None:
    letter = await settled(tx, cast)
    await allow(tx, cast, letter)
    await published(tx, cast, letter)
    await letters.follow_up(tx, letter.id, cast.wang, as_pieces("又坏了"), LIMITS)
    await letter_wishes.withdraw(tx, letter.id, cast.wang)
    assert "路灯" not in await last_post(tx)
    now = await kept.of_letter(tx, letter.id)
    assert now is not None
    assert now.state is PublicationState.REFUSED
    assert "收回了公开的同意" in await last_told(tx, cast.zhou)


async def test_the_office_takes_down_and_the_writer_hears_of_it(tx: Tx, cast: Cast) -> None:
    letter = await settled(tx, cast)
    await allow(tx, cast, letter)
    await published(tx, cast, letter)
    _, was_public = await publications.decline(tx, letter.id, cast.zhou)
    assert was_public
    assert "已撤下" in await last_post(tx)
    assert "已从公开频道撤下" in await last_told(tx, cast.wang)


async def test_what_is_marked_to_stay_inside_is_not_offered(tx: Tx, cast: Cast) -> None:
    letter = await settled(tx, cast)
    await allow(tx, cast, letter)
    await stored.save(tx, replace(letter, mark=Mark.PRIVATE))
    assert await publications.next_card(tx, cast.zhou) is None


async def test_several_wait_one_behind_the_other(tx: Tx, cast: Cast) -> None:
    first, second = await settled(tx, cast), await settled(tx, cast)
    await allow(tx, cast, second)
    await allow(tx, cast, first)
    card = await publications.next_card(tx, cast.zhou)
    assert card is not None
    after = await publications.next_card(tx, cast.zhou, card.letter.id)
    assert after is not None
    assert {card.letter.id, after.letter.id} == {first.id, second.id}
    assert await publications.next_card(tx, cast.zhou, after.letter.id) is None


async def test_a_long_letter_is_cut_for_the_office_to_shorten(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member, *["路灯坏了。" * 200] * 2)
    letter = await letter_course.settle(tx, letter.id, cast.li)
    await allow(tx, cast, letter)
    card = await publications.card(tx, letter.id, cast.zhou)
    assert card.publication.draft(Part.CONTENT).endswith("……")
    await published(tx, cast, letter)
    assert len(await last_post(tx)) < 4096


async def test_a_post_that_was_lost_or_not_taken_comes_back_to_the_office(tx: Tx, cast: Cast) -> None:
    letter = await settled(tx, cast)
    await allow(tx, cast, letter)
    await published(tx, cast, letter)
    publication = await kept.of_letter(tx, letter.id)
    assert publication is not None
    await public_posts.is_refused(tx, publication.id)
    assert "没有收下" in await last_told(tx, cast.zhou)
    card = await publications.next_card(tx, cast.zhou)
    assert card is not None
    await publications.publish(tx, letter.id, cast.zhou, card.publication.revision, CHANNEL)
    await kept.set_message(tx, publication.id, 7)
    await public_posts.is_lost(tx, publication.id)
    assert "不在公开频道里" in await last_told(tx, cast.zhou)
    gone = await kept.of_letter(tx, letter.id)
    assert gone is not None
    assert (gone.state, gone.message_id) == (PublicationState.LOST, None)


def test_without_a_channel_nothing_is_published() -> None:
    with pytest.raises(NoPublicChannel):
        publications.channel_of(Channels(), "zh", "lianxin_bot")


# --- the brief that a letter went into --------------------------------------------------------------------------------


async def post_lines(tx: Tx, part: str) -> list[str]:
    """The last post's lines under a headline."""
    lines = (await last_post(tx)).split("\n")
    after = lines[lines.index(f"<b>{part}</b>") + 1 :]
    return after[: after.index("")] if "" in after else after


async def test_the_post_goes_on_with_the_brief_that_its_letter_went_into(tx: Tx, cast: Cast) -> None:
    letter = await settled(tx, cast)
    await allow(tx, cast, letter)
    await published(tx, cast, letter)
    before = len(await posts(tx))
    brief, task = await answered(tx, cast, of_letters(letter))
    steps = [line.split(" ", 1)[1] for line in (await post_lines(tx, "办理"))[2:]]
    assert steps == ["答复", "办结", "列入社情民意信息", "领导批示", "交市政管理局办理"]
    assert len(await posts(tx)) == before + 3, "what the office has not accepted yet is shown to nobody"
    await brief_work.accept_answer(tx, task.id, cast.zhou)
    assert (await post_lines(tx, "办理"))[-1].endswith("市政管理局答复")
    await brief_feedback.carry_back(tx, brief.id, cast.zhou)
    assert (await post_lines(tx, "办理"))[-1].endswith("结果反馈来信人")
    assert await post_lines(tx, "评判结果") == ["尚未评判"]
    await brief_feedback.judge(tx, brief.id, letter.id, cast.wang, Verdict.SATISFIED, "谢谢")
    assert await post_lines(tx, "评判结果") == ["对办理结果：满意"]
    assert (await post_lines(tx, "办理"))[-1].endswith("社情民意信息办结")
    told = str(await posts(tx))
    assert [private for private in ("王秀英", "陈主席", "一周内修好", "李建国委员：", "谢谢") if private in told] == []


async def test_the_office_looks_over_what_a_department_answered_before_it_is_public(tx: Tx, cast: Cast) -> None:
    letter = await settled(tx, cast)
    await allow(tx, cast, letter)
    await published(tx, cast, letter)
    brief, _ = await reviewed(tx, cast, of_letters(letter))
    assert await publications.next_card(tx, cast.zhou) is None
    await brief_feedback.carry_back(tx, brief.id, cast.zhou)
    assert "3月20日修好" not in await last_post(tx)
    assert await publications.next_card(tx, cast.zhou) is not None
    card = await publications.card(tx, letter.id, cast.zhou, anew=True)
    assert card.publication.draft(Part.RESULT).endswith("路灯已于3月20日修好。")
    await publications.publish(tx, letter.id, cast.zhou, card.publication.revision, CHANNEL)
    assert "3月20日修好" in await last_post(tx)


async def test_who_is_not_satisfied_sends_it_back_and_the_post_says_so_without_them(tx: Tx, cast: Cast) -> None:
    letters_ = await lamps(tx, cast)
    hidden = letters_[2]
    await letter_course.settle(tx, hidden.id, cast.li)
    await publications.answer_consent(tx, hidden.id, cast.chen, Answer.UNNAMED)
    await published(tx, cast, hidden)
    brief, _ = await reviewed(tx, cast, of_letters(*letters_))
    await brief_feedback.carry_back(tx, brief.id, cast.zhou)
    await brief_feedback.judge(tx, brief.id, letters_[0].id, cast.wang, Verdict.NOT, "还是不亮", DUE)
    assert (await post_lines(tx, "办理"))[-1].endswith("有来信人不满意，退回再办")
    assert await post_lines(tx, "评判结果") == ["尚未评判"], "another writer's verdict"
    assert not [each for each in await posts(tx) if "陈主席" in str(each) or "还是不亮" in str(each)]
