"""Finding letters by the tokens of ``letter_index``: the one place where the two engines are asked in two texts."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from domain.letters import Letter, LetterState
from storage.db import Engine, Row, Tx
from storage.letters import COLUMNS, letter_of
from storage.people import name_key

All = Sequence[str]
"""Tokens that a letter must all have."""
AnyOf = Sequence[All]
"""Several such, of which one is enough."""


@dataclass(frozen=True)
class Wanted:
    """What is looked for: of each of ``tokens`` one alternative, one of the ``states`` (none: any), and received from
    the one moment on until before the other. ``is_narrow``: some of the tokens are in few letters, as one person's."""

    tokens: Sequence[AnyOf] = ()
    states: Collection[LetterState] = ()
    from_at: datetime | None = None
    before_at: datetime | None = None
    is_narrow: bool = False


async def candidates(tx: Tx, wanted: Wanted, before_id: int, limit: int) -> list[Letter]:
    """Letters with these tokens, newest first, from before this id on; do the words stand in them? That is not said."""
    where, params = _of_letters(wanted)
    params |= {"before_id": before_id, "limit": limit}
    if not wanted.tokens:
        rows = await tx.all(_BY_LETTERS.format(where=where, id=_by(wanted)), **params)
    elif tx.engine is Engine.SQLITE:
        rows = await tx.all(_ON_SQLITE.format(where=where), tokens=_match(wanted.tokens), **params)
    else:
        rows = await _on_postgres(tx, wanted, where, params)
    return [letter_of(row) for row in rows]


async def _on_postgres(tx: Tx, wanted: Wanted, where: str, params: dict[str, Any]) -> list[Row]:
    """GIN gives all that have the tokens before the first of them, and to fetch them is what takes long.

    So what is in very many letters is looked for in the newest of those that fit otherwise; what is in many, by the
    index, in the newest part of all; and only what is in few there, in all.
    """
    await tx.all(_PLAN_FOR_THESE)
    if not wanted.is_narrow:
        having, tokens = _contained(wanted.tokens, "had.tokens")
        sql = _AMONG_NEWEST.format(where=where, having=having, id=_by(wanted))
        newest = NEWEST_IN_STATES if wanted.states and not (wanted.from_at or wanted.before_at) else NEWEST_READ
        rows = await tx.all(sql, newest=newest, **params, **tokens)
        if len(rows) == params["limit"]:
            return rows
    having, tokens = _contained(wanted.tokens, _TOKENS)
    sql = (_WITH_LETTERS if where else _TOKENS_ALONE).format(where=where, having=having)
    newest_id = None if wanted.is_narrow else await tx.value(_NEWEST, before_id=params["before_id"])
    if newest_id is not None and newest_id > NEAR:
        rows = await tx.all(sql, behind_id=newest_id - NEAR, **params, **tokens)
        if len(rows) == params["limit"]:
            return rows
    return await tx.all(sql, behind_id=0, **params, **tokens)


async def texts(tx: Tx, letter_ids: Sequence[int]) -> list[Row]:
    """``letter_id``, ``text`` and ``written_at`` of what writers and holders wrote in these letters, in order."""
    params = {f"id_{place}": letter_id for place, letter_id in enumerate(letter_ids)}
    return await tx.all(
        f"""
        SELECT letter_id, text, written_at FROM letter_entries
        WHERE letter_id IN ({_named(params)}) AND side IN ('writer', 'holder') ORDER BY letter_id, id
        """,
        **params,
    )


async def signers(tx: Tx, name: str, limit: int) -> list[int]:
    """People of exactly this name who may have written."""
    rows = await tx.all(
        "SELECT id FROM people WHERE name_key = :key ORDER BY id LIMIT :limit", key=name_key(tx, name), limit=limit
    )
    return [row["id"] for row in rows]


# --- the two texts ----------------------------------------------------------------------------------------------------

_SHOWN = ", ".join(f"l.{column.strip()}" for column in COLUMNS.split(","))

_TOKENS = "string_to_array(i.tokens, ' ')"
_BY_LETTERS = f"""
    SELECT {_SHOWN} FROM letters l WHERE {{id}} < :before_id {{where}} ORDER BY {{id}} DESC LIMIT :limit
"""
_ON_SQLITE = f"""
    SELECT {_SHOWN} FROM letter_words CROSS JOIN letters l ON l.id = letter_words.rowid
    WHERE letter_words MATCH :tokens AND letter_words.rowid < :before_id {{where}}
    ORDER BY letter_words.rowid DESC LIMIT :limit
"""
# For this transaction: a plan for the words at hand, of which the planner knows how common they are; no helpers, whose
# start takes longer than the search; and what it costs to unpack a letter's tokens, which it takes for nothing.
_PLAN_FOR_THESE = """
    SELECT set_config('plan_cache_mode', 'force_custom_plan', TRUE) AS cache, set_config('jit', 'off', TRUE) AS jit,
           set_config('max_parallel_workers_per_gather', '0', TRUE) AS helpers,
           set_config('cpu_operator_cost', '0.05', TRUE) AS unpacking
"""
_NEWEST = "SELECT MAX(id) AS id FROM letters WHERE id < :before_id"
_AMONG_NEWEST = f"""
    SELECT l.* FROM ({_BY_LETTERS.replace(":limit", ":newest")}) l CROSS JOIN LATERAL
           (SELECT {_TOKENS} AS tokens FROM letter_index i WHERE i.letter_id = l.id OFFSET 0) had
    WHERE {{having}} ORDER BY l.id DESC LIMIT :limit
"""
# The sums keep the planner from walking back through all letters and unpacking the tokens of each.
_WITH_LETTERS = f"""
    SELECT {_SHOWN} FROM letter_index i JOIN letters l ON l.id = i.letter_id
    WHERE {{having}} AND i.letter_id < :before_id AND i.letter_id > :behind_id {{where}}
    ORDER BY i.letter_id + 0 DESC LIMIT :limit
"""
_TOKENS_ALONE = f"""
    SELECT {_SHOWN} FROM (
        SELECT i.letter_id FROM letter_index i
        WHERE {{having}} AND i.letter_id < :before_id AND i.letter_id > :behind_id {{where}}
        ORDER BY i.letter_id + 0 DESC LIMIT :limit
    ) had JOIN letters l ON l.id = had.letter_id ORDER BY l.id DESC
"""
NEWEST_READ = 150
"""Letters whose tokens PostgreSQL reads one after the other before it asks its index: a millisecond or two."""
NEWEST_IN_STATES = 1000
"""As many of those in certain states, which the tokens tell nothing of: the index would name all the others as well."""
NEAR = 20_000
"""Of the newest part: what has not a page there is in so few letters that they are fetched quickly from all."""


def _by(wanted: Wanted) -> str:
    """The order of letters. Between two days their moments lead to them: a sign keeps the planners from walking back
    through all the newer ones, which they take for few."""
    return "+l.id" if wanted.from_at and wanted.before_at else "l.id"


def _match(tokens: Sequence[AnyOf]) -> str:
    """FTS5's language. Tokens hold nothing that would have to be escaped in quotes."""
    return " AND ".join(_either(" AND ".join(f'"{token}"' for token in one) for one in each) for each in tokens)


def _either(expressions: Iterable[str]) -> str:
    return "(" + " OR ".join(f"({each})" for each in expressions) + ")"


def _contained(tokens: Sequence[AnyOf], has: str) -> tuple[str, dict[str, list[str]]]:
    """Array conditions. Each alternative is asked for together with what must be there in any case: the rarer tokens
    then spare reading the whole lists of the common ones."""
    always = [token for each in tokens if len(each) == 1 for token in each[0]]
    choices = [[[*always, *one] for one in each] for each in tokens if len(each) > 1] or [[always]]
    params: dict[str, list[str]] = {}
    conditions = []
    for choice in choices:
        names = [f"tokens_{len(params) + place}" for place in range(len(choice))]
        params |= dict(zip(names, choice, strict=True))
        conditions.append(_either(f"{has} @> :{name}" for name in names))
    return " AND ".join(conditions), params


def _of_letters(wanted: Wanted) -> tuple[str, dict[str, Any]]:
    """What is asked of the letter itself."""
    states = {f"state_{place}": state.value for place, state in enumerate(sorted(wanted.states))}
    moments = {"from_at": wanted.from_at, "before_at": wanted.before_at}
    where = [f"AND l.state IN ({_named(states)})"] if states else []
    where += ["AND l.received_at >= :from_at"] if wanted.from_at else []
    where += ["AND l.received_at < :before_at"] if wanted.before_at else []
    return " ".join(where), states | {name: moment for name, moment in moments.items() if moment}


def _named(params: Collection[str]) -> str:
    return ", ".join(f":{name}" for name in params)
