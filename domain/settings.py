"""Settings that rules and texts depend on, each with its unit; ``bot.config`` reads them from config.toml."""

from datetime import date
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BaseModel, ConfigDict, Field, NonNegativeInt, PositiveInt, field_validator


class Section(BaseModel):
    """A table of config.toml: frozen, and no stranger gets in."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


Hour = Annotated[int, Field(ge=0, le=23)]


class Committee(Section):
    """Whose bridge this is."""

    name: str = Field(min_length=1)
    code: str = Field(pattern=r"^[A-Z]{1,6}$")
    timezone: str = "Asia/Shanghai"
    language: Literal["zh", "en"] = "zh"

    @field_validator("timezone")
    @classmethod
    def _known(cls, name: str) -> str:
        try:
            ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError):
            raise ValueError("expected a time zone such as Asia/Shanghai") from None
        return name

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)


class Channels(Section):
    """Telegram chats beside the private ones."""

    members_chat_id: int | None = None
    public_chat_id: int | None = None


class Reminders(Section):
    """What is reminded of, when the monthly reminder is due (committee's time zone), when nobody is disturbed.

    ``unseen_months``: after how long without a visit a contact is named (0: never), on which day of the month;
    ``objection_days``: after how long the office is reminded of an objection to points (0: never): the software's own
    defaults.
    """

    monthly: bool = True
    thanks: bool = True
    deadlines: bool = True
    activities: bool = True
    promises: bool = True
    unseen_months: int = Field(default=4, ge=0, le=24)
    unseen_day: int = Field(default=10, ge=1, le=31)
    objection_days: NonNegativeInt = 7
    day: int = Field(default=25, ge=1, le=31)
    hour: Hour = 9
    quiet_from: Hour = 21
    quiet_to: Hour = 8
    workdays_only: bool = True
    extra_holidays: tuple[date, ...] = ()
    extra_workdays: tuple[date, ...] = ()


URGENT_WORDS = (
    *("自杀", "轻生", "不想活", "跳楼", "割腕", "救命", "杀人", "杀了", "砍死", "打死", "持刀", "行凶", "绑架"),
    *("强奸", "猥亵", "拐卖", "家暴", "虐待", "纵火", "爆炸", "投毒", "suicide", "kill", "murder", "rape"),
)
"""Threats to life, and violence."""


class Mailbox(Section):
    """Limits of one letter, how long what was written may be taken back (Telegram lets a bot remove its messages for
    two days), how long the code of a letter that was keyed in works, whether the office looks at members' answers
    before they go out, when one that its member can't get goes back to the office, when its writer is asked once more
    whether it helped (0: never): the software's own defaults, no document names them."""

    max_letter_characters: PositiveInt = 8000
    max_attachments: PositiveInt = 20
    letters_per_day: NonNegativeInt = 20
    newcomer_letters_per_day: NonNegativeInt = 5
    messages_per_minute: NonNegativeInt = 40
    newcomer_messages_per_minute: NonNegativeInt = 20
    newcomer_days: NonNegativeInt = 7
    pause_minutes: PositiveInt = 2
    held_words: tuple[str, ...] = ()
    urgent_words: tuple[str, ...] = URGENT_WORDS
    hotline: str = ""
    take_back_within_hours: int = Field(default=24, ge=0, le=47)
    claim_within_days: PositiveInt = 90
    review_answers: Literal["never", "on request", "always"] = "never"
    back_to_triage_after_days: NonNegativeInt = 7
    answer_within_workdays: NonNegativeInt = 5
    settle_within_workdays: NonNegativeInt = 30
    remind_before_workdays: NonNegativeInt = 1
    chase_pause_workdays: PositiveInt = 2
    reopen_within_days: NonNegativeInt = 60
    ask_grade_again_after_days: NonNegativeInt = 7


class Privacy(Section):
    """Opening an anonymous writer's identity: whether they hear of it, and how long a request waits for a second
    person's consent; the software's own defaults."""

    tell_writer_of_opening: bool = True
    opening_waits_hours: PositiveInt = 72


class Retention(Section):
    """How many days words are kept after a letter is over, after a visit (0: for ever), and of who wanted to be
    forgotten; the software's own defaults."""

    letters_days: NonNegativeInt = 0
    visits_days: NonNegativeInt = 0
    forgotten_letters_days: NonNegativeInt = 180


class Visits(Section):
    """How long a logged visit may be corrected, and a dispute stays with the member: the software's own defaults."""

    correct_within_days: PositiveInt = 7
    dispute_open_days: PositiveInt = 3


class Totals(Section):
    """Whether a member sees their place among all in ``/stats``, and how many years before stand beside a period in a
    bulletin's files, as far as anything is held of them: the software's own defaults."""

    show_place: bool = False
    earlier_years: int = Field(default=1, ge=1, le=5)


class Appraisal(Section):
    """Whether the example's points (from no document) are given where the scheme has none of its own, and how many days
    a member may object after points were made known: the software's own defaults."""

    example_points: bool = False
    object_within_days: PositiveInt = 14


class Invitations(Section):
    """How long a one-time link works."""

    valid_days: PositiveInt = 30


class Cards(Section):
    """What stands on a service card. No document says; the software's own default.

    ``member_phone``: the member's number, where the committee's list has it.
    """

    member_phone: bool = True


class Briefs(Section):
    """How long a department has to answer, its link works, and writers may judge: the software's own defaults, no
    document names them."""

    answer_within_workdays: PositiveInt = 15
    link_valid_days: PositiveInt = 14
    judge_within_days: PositiveInt = 14


class Backup(Section):
    """The nightly copy of the database: where to (nowhere: none is made), from which hour on, kept how long."""

    folder: Path | None = None
    hour: Hour = 2
    keep_days: PositiveInt = 30

    @field_validator("folder", mode="before")
    @classmethod
    def _none_if_empty(cls, folder: object) -> object:
        return folder or None
