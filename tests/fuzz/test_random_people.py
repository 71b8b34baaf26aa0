"""Random people do random things that make sense; after each, what ``watching`` states must hold."""

import asyncio
import itertools
import random
from collections.abc import Coroutine
from dataclasses import replace
from typing import Any, ClassVar

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule, run_state_machine_as_test

from bot.schedule import JOBS
from storage import people
from tests import updates
from tests.conversations import GOOD, STARTS, Start, in_hand
from tests.fuzz.watching import Hidden, Watcher
from tests.house import HOUSE, OpenHouse
from tests.phones import Answer, NothingToPress, Phone
from tests.town import CHEN, LI, LIU, MA, QIAN, SUN, WANG, ZHAO, ZHOU, Act, Town
from tests.updates import Writer

GROUP = -1001234567892
"""The members' group."""
BUSY = replace(
    HOUSE,
    channels=HOUSE.channels.model_copy(update={"members_chat_id": GROUP}),
    mailbox=HOUSE.mailbox.model_copy(update={"held_words": ("骗子",), "urgent_words": ("救命",)}),
)
"""The tables' house, with a members' group and words that are looked at."""
OUYANG = Writer(7310422019, "欧阳未明", username="ouyang_weiming")
ZHUGE = Writer(7310422023, "诸葛若尘", username="zhuge_ruochen")
HIDING = (OUYANG, ZHUGE)
"""They only write anonymously, and do nothing that shows a name."""
LIVES = itertools.count()
PHONE = "13977753311"
THEY_GO_BY = {OUYANG: 8_800_100_119, ZHUGE: 8_800_100_123}
"""Their ids with us, too large to be found by chance."""
NAMED = (WANG, LI, ZHAO, ZHOU, CHEN, LIU, SUN, QIAN, MA)
EVERYONE = (*NAMED, *HIDING)
FEW, MANY = (2, 14), (120, 50)
"""Lives, and things done in each."""

WORDS = (
    "校门口没有路灯",
    "村口的路灯坏了",
    "村口的路灯又坏了",
    "他是骗子",
    "救命，有人落水",
    "井盖不见了",
    "谢谢",
    "还没有修",
)
OF_LETTERS = (
    *("letter-", "write-", "which-", "reply-", "handover-", "handback-", "settle-", "triage-", "claim", "answer-"),
    *(
        "take-back",
        "merge",
        "matter",
        "similar",
        "consent",
        "publish-",
        "judge",
        "task",
        "brief",
        "assign-",
        "identity-",
    ),
    *("note-", "block-", "grade-", "away-", "record-", "paper"),
)
"""What the buttons' routes begin with that go on with letters."""
SHOWS_NAME = ("write-as:named", "pool", "slot", "booking", "activity", "card", "confirm", "deed", "consent:named")
"""What who hides leaves alone: there a name is meant to be seen."""
STEPS = tuple(job for job in JOBS if job.name not in ("backup", "watch", "clock"))


class People(RuleBasedStateMachine):
    """One life of the house: its updates come one at a time, in a loop of their own."""

    town: ClassVar[Town]

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.watcher = Watcher(
            [Hidden(one.id, (one.name, one.username, str(one.id), str(THEY_GO_BY[one]), PHONE)) for one in HIDING]
        )
        self.blocking: set[Writer] = set()
        self.said = 0

    @initialize()
    def the_town_wakes(self) -> None:
        self.run(self._open())

    def run(self, work: Coroutine[Any, Any, object]) -> None:
        self.runner.run(work)

    async def _open(self) -> None:
        self._path = self.town.folder / f"life-{next(LIVES)}.db"
        self._opened = (await self.town.made()).opened(self._path, BUSY)
        self.house: OpenHouse = await self._opened.__aenter__()
        async with self.house.db.write() as tx:
            for one, number in THEY_GO_BY.items():
                person_id = await people.add(tx, one.name, "zh", telegram_id=one.id)
                await tx.run("UPDATE people SET id = :new WHERE id = :id", id=person_id, new=number)
        await self.watcher.look(self.house)

    def teardown(self) -> None:
        self.run(self._opened.__aexit__(None, None, None))
        self.runner.close()
        for left in self._path.parent.glob(f"{self._path.name}*"):
            left.unlink()

    # --- what people do -----------------------------------------------------------------------------------------------

    @rule(
        who=st.sampled_from((WANG, MA, LI, *HIDING, *HIDING)),
        to=st.sampled_from(("赵明", "李建国", "钱芳", "office", "committee", "suggestion")),
        words=st.sampled_from(WORDS),
        named=st.booleans(),
        more=st.sampled_from((None, updates.photo(), updates.document("欧阳.pdf"), updates.contact("未明", PHONE))),
    )
    def writes(self, who: Writer, to: str, words: str, named: bool, more: updates.Json | None) -> None:
        signed = "named" if named and who not in HIDING else "anonymous"
        whom = [Act(content=updates.text(to))] if to in ("赵明", "李建国", "钱芳") else []
        opening = "/suggest" if to == "suggestion" else "/write"
        choose = [Act(route="write-choose", args=(to,))] if to in ("office", "committee") else []
        added = [Act(content=more)] if more and who in HIDING else []
        self.run(
            self._does(
                who,
                *(Act(content=updates.text(opening)), Act(route="write-anew"), *whom, *choose),
                *(Act(route="write-as", args=(signed,)), Act(content=updates.text(words)), *added),
                *(Act(route="write-done"), Act(route="write-submit")),
            )
        )

    @rule(start=st.sampled_from(STARTS), to_its_end=st.booleans())
    def begins(self, start: Start, to_its_end: bool) -> None:
        self.run(self._does(start.who, *start.acts, to_its_end=to_its_end))

    @rule(who=st.sampled_from(EVERYONE), nth=st.integers(0, 30), to_its_end=st.booleans())
    def presses_something(self, who: Writer, nth: int, to_its_end: bool) -> None:
        self.run(self._presses(who, nth, "", to_its_end))

    @rule(who=st.sampled_from(EVERYONE), nth=st.integers(0, 20), to_its_end=st.booleans())
    def goes_on_with_a_letter(self, who: Writer, nth: int, to_its_end: bool) -> None:
        self.run(self._presses(who, nth, OF_LETTERS, to_its_end))

    @rule(who=st.sampled_from((LI, ZHAO, ZHOU, QIAN, LIU)), nth=st.integers(0, 20))
    def works_on_a_letter(self, who: Writer, nth: int) -> None:
        self.run(self._presses(who, nth, ("letter-", "triage-", "claim", "merge", "take-back"), True))

    @rule(
        who=st.sampled_from(EVERYONE), command=st.sampled_from(("/letters", "/inbox", "/triage", "/similar", "/brief"))
    )
    def looks(self, who: Writer, command: str) -> None:
        self.run(self._does(who, Act(content=updates.text(command))))

    @rule(who=st.sampled_from(EVERYONE), letter=st.integers(1, 12))
    def opens_a_letter(self, who: Writer, letter: int) -> None:
        self.run(self._does(who, Act(content=updates.text(f"/letter {letter}"))))

    @rule(who=st.sampled_from(EVERYONE), words=st.sampled_from(WORDS), nth=st.integers(0, 10))
    def replies(self, who: Writer, words: str, nth: int) -> None:
        self.run(self._replies(who, words, nth))

    @rule(who=st.sampled_from(EVERYONE), words=st.sampled_from(WORDS))
    def edits_what_they_said_last(self, who: Writer, words: str) -> None:
        if self.house.phone(who).last_said:
            self.run(self._receives(who, self.house.edits(who, words)))

    @rule(member=st.sampled_from((LI, ZHAO, QIAN)), nth=st.integers(0, 3))
    def claims_in_the_group(self, member: Writer, nth: int) -> None:
        self.run(self._claims(member, nth))

    @rule(who=st.sampled_from((LI, ZHAO, LIU, WANG, OUYANG)))
    def blocks(self, who: Writer) -> None:
        if who not in self.blocking:
            self.blocking.add(who)
            self.run(self._watched(self.house.receives(updates.membership(who, "kicked", self._now))))

    @precondition(lambda self: self.blocking)
    @rule()
    def comes_back(self) -> None:
        self.run(self._comes_back(min(self.blocking, key=lambda one: one.id)))

    @rule(hours=st.sampled_from((1, 20, 24, 24 * 8, 24 * 16)))
    def time_passes(self, hours: int) -> None:
        self.run(self._watched(self.house.later(STEPS, hours=hours)))

    # --- how they do it -----------------------------------------------------------------------------------------------

    @property
    def _now(self) -> Any:
        return self.house.memory.clock()

    async def _does(self, who: Writer, *acts: Act, to_its_end: bool = False) -> None:
        for act in acts:
            await self._act(who, act)
        for _ in range(8 if to_its_end else 0):
            step = (await in_hand(self.house, who)).get("step")
            if step is None:
                return
            for act in GOOD[step]:
                await self._act(who, act)

    async def _act(self, who: Writer, act: Act) -> None:
        """What isn't there to be pressed just now is left."""
        try:
            if act.content is not None:
                # No two photos are the same one.
                self.said += 1
                content = updates.photo(name=f"photo-{self.said}") if "photo" in act.content else act.content
                await self._receives(who, self.house.says(who, content))
            elif who not in HIDING or not ":".join((act.route, *act.args)).startswith(SHOWS_NAME):
                await self._receives(who, self.house.presses(who, act.route, *act.args))
        except NothingToPress:
            return

    async def _presses(self, who: Writer, nth: int, routes: str | tuple[str, ...], to_its_end: bool) -> None:
        """The nth button from the newest, of those whose route begins so."""
        there = [
            (shown, data)
            for shown in reversed(self.house.phone(who).screen.values())
            for button in shown.buttons
            if (data := button.get("callback_data", "")) and data.startswith(routes)
            if who not in HIDING or not (data.startswith(SHOWS_NAME) or data.endswith(":named"))
        ]
        if there:
            shown, data = there[nth % len(there)]
            await self._receives(who, self.house.sends_data(who, data, shown))
            await self._does(who, to_its_end=to_its_end)

    async def _replies(self, who: Writer, words: str, nth: int) -> None:
        shown = [*reversed(self.house.phone(who).screen.values())]
        if shown:
            await self._receives(who, self.house.says(who, words, reply_to=shown[nth % len(shown)]))

    async def _claims(self, member: Writer, nth: int) -> None:
        posts = self.house.memory.phones.get(GROUP, Phone(Writer(GROUP, ""))).screen.values()
        there = [(shown, shown.buttons[0]["callback_data"]) for shown in posts if shown.buttons]
        if there:
            shown, data = there[nth % len(there)]
            group = {"id": GROUP, "type": "supergroup", "title": "委员群"}
            post = updates.of_bot(member, shown.id, shown.words, self._now, [list(row) for row in shown.keyboard])
            press = updates.pressed(member, data, post | {"chat": group}, f"q{self.house.memory.last_update}")
            await self._receives(member, self.house.receives(press))

    async def _receives(self, who: Writer, doing: Coroutine[Any, Any, Answer]) -> None:
        """Whoever does something has let the bot in again."""
        if who in self.blocking:
            await self._comes_back(who)
        await self._watched(doing)

    async def _comes_back(self, who: Writer) -> None:
        self.blocking.discard(who)
        await self._watched(self.house.receives(updates.membership(who, "member", self._now)))

    async def _watched(self, doing: Coroutine[Any, Any, Answer]) -> None:
        await self.watcher.look(self.house, await doing)


@pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")
def test_whatever_people_do_letters_keep_to_their_course_and_nobody_is_betrayed(
    town: Town, request: pytest.FixtureRequest
) -> None:
    given: int | None = request.config.getoption("--fault-seed")
    number = random.randrange(10**6) if given is None else given
    print(f"--fault-seed {number}")  # Shown when the test fails.
    is_long = request.config.getoption("--long")
    lives, done = MANY if is_long else FEW
    People.town = town
    run_state_machine_as_test(
        seed(number)(People),
        settings=settings(
            max_examples=lives,
            stateful_step_count=done,
            deadline=None,
            database=None,
            # A failure is made smaller where there is time for it.
            phases=[Phase.generate, *([Phase.shrink] if is_long else [])],
            suppress_health_check=list(HealthCheck),
        ),
    )
