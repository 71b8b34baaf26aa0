"""Whatever a person sends at whatever moment brings a clear sentence in their language, and nothing typed is lost.

One table: every step of every dialogue × every input, every command × every input. A new step that nobody gave a place
in ``tests/conversations.py`` fails here; buttons pressed twice are in ``test_pressed_twice.py``.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest

from storage.db import Row
from tests import updates
from tests.cast import NOW
from tests.clear import check_answer, naming
from tests.conversations import STARTS, Start, dialogues_of, finish, in_hand, reach, rid_of
from tests.house import TABLE, Affairs, OpenHouse, Snapshot
from tests.phones import Answer, Shown
from tests.town import LI, QIAN, WANG, ZHOU, Town, play, someone_who_may
from tests.updates import Json, Writer

LANGUAGES = ("zh", "en")

# --- the inputs -------------------------------------------------------------------------------------------------------

HTML = '<b>粗</b> & <i>"斜" </u> &lt;'
MARKDOWN = "*星* _线_ `码` [链](http://example.cn) ~~删~~"

TEXTS: Mapping[str, str] = {
    "white space": " \n\t ",
    "nothing to be seen": "\u200b\u3164\u2800\u200e",
    "5,000 characters": "很长的话\n" * 1000,
    "emoji only": "👍👨\u200d👩\u200d👧🎉",
    "RTL text": "\u202eمرحبا بالعالم שלום",
    "HTML": HTML,
    "Markdown": MARKDOWN,
}
CONTENTS: Mapping[str, Json] = {
    **{name: updates.text(words) for name, words in TEXTS.items()},
    "sticker": updates.sticker(),
    "contact": updates.contact(),
    "poll": updates.poll(),
    "dice": updates.dice(),
    "forwarded post": updates.forwarded("【停水通知】明天上午八点停水", NOW),
    "photo": updates.photo(),
    "photo with words": updates.photo("门口的照片"),
    "voice": updates.voice(),
    "location": updates.location(),
    "document": updates.document(),
    "unknown command": updates.text("/nosuch 123"),
    "another command": updates.text("/help"),
}
PRESSED = ("old button", "button of a finished dialogue", "button of nothing", "button of someone else's dialogue")
EDITED = "edited message"
ALBUM = "album"
INPUTS = (*CONTENTS, EDITED, ALBUM, *PRESSED)

# --- where an input is a fair answer: it is taken, and the dialogue stays or goes on. Everywhere else nothing moves ---

WORDS = frozenset({"emoji only", "RTL text", "HTML", "Markdown", "forwarded post"})
LONG = frozenset({"5,000 characters"})
CAPTION = frozenset({"photo with words"})
PHOTOS = frozenset({"photo", "photo with words", "album", "document", "location"})
FILES = PHOTOS | {"voice"}
LETTER = WORDS | LONG | FILES
BRIEF_FILES = PHOTOS - {"location"}
EDIT = frozenset({EDITED})

TAKEN: Mapping[str, frozenset[str]] = {
    "writing.whom": LETTER - {"emoji only"},
    "writing.name": LETTER,
    "writing.text": LETTER,
    "writing.text-half-written": LETTER | EDIT,
    "writing.preview": LETTER | EDIT,
    "search.words": (WORDS | CAPTION) - {"emoji only"},
    "which.letter": LETTER | EDIT,
    "grade.words": WORDS | CAPTION,
    "reply.text-of-writer": LETTER,
    "reply.text-of-holder": LETTER,
    "reply.text-of-asker": LETTER,
    "handover.why": WORDS | CAPTION,
    "handback.why": WORDS | CAPTION,
    "settle.words": LETTER,
    "record.name": CAPTION | {"RTL text", "Markdown"},
    "record.phone": frozenset({"contact"}),
    "record.text": LETTER | EDIT,
    "recordadd.text": LETTER | EDIT,
    "unsent.words": LETTER | EDIT,
    "claiming.number": frozenset(),
    "claiming.phone": frozenset({"contact"}),
    "claiming.code": WORDS | LONG | CAPTION,
    "note.words": WORDS | CAPTION,
    "answerreturn.why": WORDS | CAPTION,
    "answerreword.text": WORDS | LONG | CAPTION,
    "snippet.title": WORDS | CAPTION,
    "snippet.text": WORDS | CAPTION,
    "triage.why": WORDS | CAPTION,
    "brief.title": WORDS | CAPTION,
    "brief.facts": WORDS | CAPTION,
    "brief.analysis": WORDS | CAPTION,
    "brief.suggestions": WORDS | CAPTION,
    "brief.preview": BRIEF_FILES,
    "brief.preview-of-draft": BRIEF_FILES,
    "briefwork.return": WORDS | CAPTION,
    "briefwork.leader": WORDS | CAPTION,
    "briefwork.instruction": WORDS | CAPTION,
    "briefwork.departments": WORDS | CAPTION,
    "briefwork.result": WORDS | CAPTION,
    "briefwork.answer": WORDS | BRIEF_FILES,
    "briefwork.answer-return": WORDS | CAPTION,
    "judge.words": WORDS | CAPTION,
    "identity.why": WORDS | CAPTION,
    "block.why": WORDS | CAPTION,
    "publish.words": WORDS | CAPTION,
    "contactedit.name": CAPTION | {"RTL text", "Markdown"},
    "contactedit.phone": frozenset({"contact"}),
    "contactedit.address": CAPTION | WORDS - {"emoji only"},
    "contactend.reason": CAPTION | WORDS - {"emoji only"},
    "replace.why": CAPTION | WORDS - {"emoji only"},
    "replace.name": CAPTION | {"RTL text", "Markdown", "contact"},
    "replace.phone": frozenset({"contact"}),
    "replace.address": CAPTION | WORDS - {"emoji only"},
    "contact.name": CAPTION | {"RTL text", "Markdown", "contact"},
    "contact.phone": frozenset({"contact"}),
    "contact.address": CAPTION | WORDS - {"emoji only"},
    "dispute.words": CAPTION | WORDS - {"emoji only"},
    "deed.why": CAPTION | WORDS - {"emoji only"},
    "deeddispute.words": CAPTION | WORDS - {"emoji only"},
    "disputeanswer.words": CAPTION | WORDS - {"emoji only"},
    "objection.words": CAPTION | WORDS - {"emoji only"},
    "objectionwork.reason": CAPTION | WORDS - {"emoji only"},
    "formreturn.reason": CAPTION | WORDS - {"emoji only"},
    "visit.contact": WORDS | PHOTOS,
    "visit.day": PHOTOS,
    "visit.kind": PHOTOS,
    "visit.note": PHOTOS | WORDS - {"emoji only"},
    "visit.deeds": PHOTOS | WORDS - {"emoji only"},
    "visit.promise": PHOTOS | WORDS - {"emoji only"},
    "visit.preview": PHOTOS,
    "visit.preview-of-correction": PHOTOS,
    "paper.sheet": frozenset(),
    "diary.text": LETTER,
    "diaryedit.text": CAPTION | WORDS - {"emoji only"},
    "summary.words": CAPTION | WORDS | LONG - {"emoji only"},
    "evidence.more": PHOTOS,
    "activity.title": CAPTION | WORDS - {"emoji only"},
    "activity.place": CAPTION | WORDS - {"emoji only"},
    "activityalter.value": CAPTION | WORDS - {"emoji only"},
    "activitycalloff.why": CAPTION | WORDS - {"emoji only"},
    "activityleave.why": CAPTION | WORDS - {"emoji only"},
    "activitynote.words": CAPTION | WORDS - {"emoji only"},
    "booking.topic": CAPTION | WORDS - {"emoji only"},
    "pool.sector": CAPTION | WORDS - {"emoji only", "HTML", "Markdown"},
    "pool.township": CAPTION | WORDS - {"emoji only", "HTML", "Markdown"},
    "invite.name": CAPTION | {"RTL text", "Markdown"},
    "invite.unit": CAPTION | {"RTL text", "Markdown"},
}
ASKED_ANEW: Mapping[str, frozenset[str]] = {"visit.contact": frozenset({"wanted"})}
"""What a step itself asks for, so that a second answer replaces the first."""

# --- what follows a command in its line -------------------------------------------------------------------------------

LINES: Mapping[str, str] = {
    **TEXTS,
    "a huge number": "9" * 400,
    "a negative number": "-1",
    "signs of a database": "%_'\";--\\",
    "a command": "/visit /visit",
}
SAYS_NOTHING = frozenset({"white space", "nothing to be seen", "emoji only"})
"""Nothing is registered, logged or sent that says no more than this."""
BEGUN: Mapping[str, tuple[str, ...]] = {
    "start": ("join_", "m_", "card_", "x_"),
    "letter": ("SL-2026-",),
    "contacts": ("添加 ", "添加 张三 ", "更换 ", "更换 张三 "),
    "visit": ("王秀英 ", "王秀英 昨天 上门 ", "王秀英 上门 走访 #实事 ", "王秀英 上门 走访 #承诺 "),
    "assign": ("5 ",),
    "away": ("至 今天 代理 ",),
    "invite": ("委员 ",),
    "search": ("路灯 ", "自3月1日至"),
    "similar": ("SL-2026-",),
    "brief": ("路灯",),
}
"""More beginnings of a command's line, so that the input comes to the place of each of its words."""


# --- places -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Place:
    """A dialogue at a step, with buttons that are over; the affairs as they are, and as good answers leave them."""

    house: Snapshot
    old: str
    finished: str
    others: str
    affairs: Affairs = field(repr=False)
    afterwards: Affairs = field(repr=False)


class Places:
    """Every place that is reached in the town, made when first asked for."""

    def __init__(self, town: Town) -> None:
        self.town = town
        self.scratch = town.scratch
        self._places: dict[tuple[str, str], Place] = {}

    async def at(self, start: Start, language: str) -> Place:
        key = (str(start), language)
        if key not in self._places:
            self._places[key] = await self._reach(start, language)
        return self._places[key]

    async def _reach(self, start: Start, language: str) -> Place:
        path = self.town.folder / f"{start}-{language}.db"
        async with (await self.town.made(language)).opened(path) as house:
            others = await self._button_of_other_kind(house, QIAN)
            old = await self._button_of_other_kind(house, start.who)
            await rid_of(house, start.who)
            await play(house, start.who, start.acts)
            number = (await in_hand(house, start.who))["id"]
            finished = next(label for label in house.phone(start.who).labels if f":{number}" in f"{label}:")
            await rid_of(house, start.who)
            await reach(house, start)
            affairs = house.affairs()
        snapshot = Snapshot(path, house.memory)
        async with snapshot.opened(self.scratch) as house:
            await finish(house, start.who, start.kind)
            return Place(snapshot, old, finished, others, affairs, house.affairs())

    @staticmethod
    async def _button_of_other_kind(house: OpenHouse, writer: Writer) -> str:
        await house.says(writer, "/write")
        return house.phone(writer).button("write-cancel")[1]


@pytest.fixture(scope="module")
def places(town: Town) -> Places:
    return Places(town)


async def give(house: OpenHouse, place: Place, writer: Writer, name: str) -> Answer:
    """Let the person send this input."""
    match name:
        case "edited message":
            return await house.edits(writer, "改过的话")
        case "album":
            answers = [await house.says(writer, updates.photo(album="9", name=f"p{n}")) for n in range(3)]
            return Answer(tuple(shown for one in answers for shown in one.messages), "", {})
        case "old button":
            return await house.sends_data(writer, place.old)
        case "button of a finished dialogue":
            return await house.sends_data(writer, place.finished)
        case "button of someone else's dialogue":
            return await house.sends_data(writer, place.others)
        case "button of nothing":
            return await house.sends_data(writer, "nosuch:1:2")
    return await house.says(writer, CONTENTS[name])


def holds(before: Any, after: Any) -> bool:
    """Is all that was there still there? A list may have grown."""
    return after[: len(before)] == before if isinstance(before, list) and isinstance(after, list) else after == before


def without_moments(affairs: Affairs) -> Affairs:
    """Affairs that two runs have in common: not when, nor by which chance number."""
    passing = ("_at", "message_id", "draft_id", "code_hash", "sign_in_key", "code", "hash")
    return {
        table: [{name: value for name, value in row.items() if not name.endswith(passing)} for row in rows]
        for table, rows in affairs.items()
    }


# --- steps × inputs ---------------------------------------------------------------------------------------------------


def test_every_step_has_a_place_in_the_table() -> None:
    assert {start.step for start in STARTS} == TABLE.steps.keys()
    assert TAKEN.keys() <= {str(start) for start in STARTS}


@pytest.mark.parametrize("start", [start for start in STARTS if TAKEN.get(str(start))], ids=str)
async def test_a_fair_answer_is_taken_and_nothing_typed_is_lost(start: Start, places: Places) -> None:
    place = await places.at(start, "zh")
    for name in [name for name in INPUTS if name in TAKEN[str(start)]]:
        async with place.house.opened(places.scratch) as house:
            with naming(name):
                before = await in_hand(house, start.who)
                check_answer(await give(house, place, start.who, name), "zh", at_most=4)
                check_kept(start, before, await in_hand(house, start.who), is_edit=name == EDITED)
                await finish(house, start.who, start.kind)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("start", STARTS, ids=str)
async def test_what_is_no_answer_gets_a_sentence_and_the_dialogue_goes_on_as_if_nothing_had_been(
    start: Start, language: str, places: Places
) -> None:
    """One input after the other, in one dialogue: each leaves it as it was."""
    place = await places.at(start, language)
    async with place.house.opened(places.scratch) as house:
        before = await in_hand(house, start.who)
        asked: set[str] = set()
        for name in INPUTS:
            if name not in TAKEN.get(str(start), ()):
                with naming(name):
                    asked = asked or buttons_of(house.phone(start.who).screen.values())
                    answer = await give(house, place, start.who, name)
                    check_answer(answer, language, at_most=2)
                    if name in TO_THE_QUESTION and asked:
                        assert buttons_of(answer.messages) & asked, "the question is asked again, with its buttons"
                    check_untouched(before, await in_hand(house, start.who))
                    assert house.affairs() == place.affairs
        if language == "zh":
            await finish(house, start.who, start.kind)
            assert without_moments(house.affairs()) == without_moments(place.afterwards)


TO_THE_QUESTION = CONTENTS.keys() - {"unknown command", "another command"}
"""What is meant as an answer to it."""


def buttons_of(messages: Iterable[Shown]) -> set[str]:
    """What may be pressed under the last message that has buttons."""
    found = [{button.get("callback_data", "") for button in shown.buttons} for shown in messages if shown.buttons]
    return found[-1] if found else set()


def check_untouched(before: Row, after: Row) -> None:
    assert (after["id"], after["step"]) == (before["id"], before["step"])
    assert after["draft_json"] | before["draft_json"] == after["draft_json"]


def check_kept(start: Start, before: Row, after: Row, *, is_edit: bool) -> None:
    """Every earlier value is still in the draft, unless the dialogue came to its end."""
    if after.get("id") != before["id"] or is_edit:
        return
    old, new = before["draft_json"], after["draft_json"]
    for name in old.keys() - ASKED_ANEW.get(start.step, frozenset()) - {"album"}:
        assert holds(old[name], new.get(name)), name


@pytest.mark.parametrize("start", [start for start in STARTS if start.kind != "writing"], ids=str)
async def test_another_conversation_in_the_middle_gives_the_first_one_back(start: Start, places: Places) -> None:
    place = await places.at(start, "zh")
    async with place.house.opened(places.scratch) as house:
        before = await in_hand(house, start.who)
        check_answer(await house.says(start.who, "/write"), "zh")
        assert (await in_hand(house, start.who))["step"] == "writing.whom"
        back = await house.presses(start.who, "write-cancel")
        check_answer(back, "zh", at_most=2)
        assert any(shown.buttons for shown in back.messages), "the question that waits is not asked again"
        after = await in_hand(house, start.who)
        assert [after[name] for name in ("id", "step", "draft_json")] == [
            before[name] for name in ("id", "step", "draft_json")
        ]
        await finish(house, start.who, start.kind)
        assert without_moments(house.affairs()) == without_moments(place.afterwards)


@pytest.mark.parametrize("start", STARTS, ids=str)
async def test_nobody_speaks_in_a_service_message(start: Start, places: Places) -> None:
    place = await places.at(start, "zh")
    async with place.house.opened(places.scratch) as house:
        before = await dialogues_of(house, start.who)
        answer = await house.says(start.who, updates.pinned(updates.text("您好"), NOW, start.who))
        assert answer == Answer((), "", {})
        assert await dialogues_of(house, start.who) == before


# --- nothing in hand × inputs -----------------------------------------------------------------------------------------

NEWCOMER = Writer(2001, "\u202e新来的\u3164", "zh")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", list(CONTENTS))
@pytest.mark.parametrize("writer", [WANG, LI, ZHOU, NEWCOMER], ids=lambda writer: writer.name)
async def test_with_nothing_in_hand_every_input_is_answered(
    writer: Writer, name: str, language: str, places: Places
) -> None:
    spoken = Writer(writer.id, writer.name, language)
    async with (await places.town.made(language)).opened(places.scratch) as house:
        check_answer(await house.says(spoken, CONTENTS[name]), language)


# --- commands × inputs ------------------------------------------------------------------------------------------------


BEGINNINGS = [(command, begun) for command in TABLE.commands for begun in ("", *BEGUN.get(command, ()))]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("command", "begun"), BEGINNINGS, ids=lambda part: part.strip() or "alone")
async def test_every_command_answers_whatever_follows_it(
    command: str, begun: str, language: str, places: Places
) -> None:
    """One line after the other, in the house of this morning: a new one as soon as a line did something."""
    who, morning = someone_who_may(TABLE.commands[command]), await places.town.made(language)
    left = dict(LINES)
    while left:
        async with morning.opened(places.scratch) as house:
            affairs = house.affairs()
            while left and house.affairs() == affairs and not await dialogues_of(house, who):
                name, line = next(iter(left.items()))
                del left[name]
                with naming(name):
                    check_answer(await house.says(who, f"/{command} {begun}{line}"), language, at_most=3)
                    assert len(await dialogues_of(house, who)) <= 1
                    assert name not in SAYS_NOTHING or house.affairs() == affairs


@pytest.mark.parametrize("command", TABLE.commands)
async def test_a_command_under_a_photo_forwarded_or_edited_is_answered(command: str, places: Places) -> None:
    who = someone_who_may(TABLE.commands[command])
    async with (await places.town.made("zh")).opened(places.scratch) as house:
        check_answer(await house.says(who, updates.photo(f"/{command}")), "zh", at_most=3)
        check_answer(await house.says(who, updates.forwarded(f"/{command.upper()}@lianxin_bot 7", NOW)), "zh")
        check_answer(await house.edits(who, f"/{command}"), "zh")
