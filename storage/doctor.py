"""What a check-up asks of the database. Counts, numbers and moments alone: never what people wrote."""

from dataclasses import dataclass
from datetime import date, datetime

from storage.backups import is_sqlite
from storage.db import Row, Tx, sqlite_path
from storage.letter_index import is_of
from storage.people import name_key


@dataclass(frozen=True)
class Rule:
    """Rows that must not be. ``text`` says what is wrong with them; ``sql`` lists their numbers, as ``broken``."""

    text: str
    sql: str


RULES: tuple[Rule, ...] = (
    Rule(
        "doctor-letter-without-words",
        """
        SELECT l.number AS broken FROM letters l
        WHERE NOT EXISTS (SELECT 1 FROM letter_entries e WHERE e.letter_id = l.id)
        """,
    ),
    Rule(
        "doctor-letter-half-settled",
        """
        SELECT number AS broken FROM letters
        WHERE (state IN ('settled', 'withdrawn', 'returned')) <> (settled_at IS NOT NULL)
        """,
    ),
    Rule(
        "doctor-letter-with-nobody",
        """
        SELECT l.number AS broken FROM letters l JOIN members m ON m.id = l.member_id
        WHERE l.settled_at IS NULL AND m.left_on IS NOT NULL
        """,
    ),
    Rule(
        "doctor-visit-of-others-contact",
        """
        SELECT v.id AS broken FROM visits v JOIN contacts c ON c.id = v.contact_id
        WHERE c.member_id <> v.member_id AND v.withdrawn_at IS NULL
        """,
    ),
    Rule(
        "doctor-deed-of-another-visit",
        """
        SELECT d.id AS broken FROM good_deeds d JOIN visits v ON v.id = d.visit_id
        WHERE d.member_id <> v.member_id OR d.contact_id <> v.contact_id
        """,
    ),
    Rule(
        "doctor-member-without-role",
        """
        SELECT m.id AS broken FROM members m
        WHERE m.left_on IS NULL
          AND NOT EXISTS (SELECT 1 FROM roles r WHERE r.person_id = m.person_id AND r.role = 'member')
        """,
    ),
)


async def broken(tx: Tx, rule: Rule) -> list[str]:
    """The numbers of the rows that break a rule."""
    return [str(row["broken"]) for row in await tx.all(rule.sql)]


LOOKED_INTO = 20_000
"""Letters, the newest: to look into one takes some 0.1 ms."""


async def people_of_other_names(tx: Tx) -> list[str]:
    """The ids of those whose name is not what they are looked up by: it was moved there from another row."""
    rows = await tx.all(
        "SELECT id, name, name_key FROM people WHERE name_key <> '' AND forgotten_at IS NULL ORDER BY id"
    )
    return [str(row["id"]) for row in rows if row["name_key"] != name_key(tx, row["name"])]


async def letters_of_other_words(tx: Tx) -> list[str]:
    """The numbers of those, among the newest, with words by which they are not found: moved from another row."""
    rows = await tx.all(
        """
        SELECT l.number, l.topic, e.text, i.tokens FROM letters l
        JOIN letter_index i ON i.letter_id = l.id JOIN letter_entries e ON e.letter_id = l.id
        WHERE l.id > (SELECT MAX(id) FROM letters) - :most ORDER BY l.id
        """,
        most=LOOKED_INTO,
    )
    moved = (row["number"] for row in rows if not is_of(tx.seal, row["tokens"], row["topic"], row["text"]))
    return list(dict.fromkeys(moved))


async def orphans(tx: Tx) -> dict[str, int]:
    """``table.column`` → rows that refer to nothing. Both engines forbid them; a damaged disk does not ask."""
    from storage.schema import metadata

    found = {}
    for table in metadata.sorted_tables:
        for key in (key for column in table.columns for key in column.foreign_keys):
            other, there, here = key.column.table.name, key.column.name, key.parent.name
            number: int = await tx.value(
                f"""
                SELECT COUNT(*) FROM {table.name} t
                WHERE t.{here} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM {other} o WHERE o.{there} = t.{here})
                """
            )
            if number:
                found[f"{table.name}.{here}"] = number
    return found


async def steps(tx: Tx) -> dict[str, int]:
    """Step → dialogues that stand there."""
    rows = await tx.all("SELECT step, COUNT(*) AS dialogues FROM dialogues GROUP BY step ORDER BY step")
    return {row["step"]: row["dialogues"] for row in rows}


async def dialogues_untouched(tx: Tx, since: datetime) -> int:
    number: int = await tx.value("SELECT COUNT(*) FROM dialogues WHERE touched_at < :since", since=since)
    return number


async def parked(tx: Tx) -> list[Row]:
    """``update_id``, ``received_at`` and ``error`` of each update that was given up, the oldest first."""
    return await tx.all(
        "SELECT update_id, received_at, error FROM inbox WHERE parked_at IS NOT NULL ORDER BY parked_at, update_id"
    )


async def retry_parked(tx: Tx) -> int:
    """Put what was given up back to work; how many there were."""
    tx.signal("inbox")
    return await tx.run(
        """
        UPDATE inbox SET parked_at = NULL, attempts = 0, due_at = :now, error = NULL
        WHERE parked_at IS NOT NULL AND done_at IS NULL
        """,
        now=tx.now,
    )


async def failed(tx: Tx) -> dict[str, int]:
    """Error → messages that were given up."""
    rows = await tx.all(
        """
        SELECT error, COUNT(*) AS messages FROM outbox WHERE failed_at IS NOT NULL AND sent_at IS NULL
        GROUP BY error ORDER BY error
        """
    )
    return {row["error"] or "": row["messages"] for row in rows}


async def leases_beyond(tx: Tx, since: datetime, until: datetime) -> int:
    """Messages whose lease ended before ``since`` without a word, or is to last longer than ``until``."""
    number: int = await tx.value(
        """
        SELECT COUNT(*) FROM outbox
        WHERE sent_at IS NULL AND failed_at IS NULL AND (leased_until_at < :since OR leased_until_at > :until)
        """,
        since=since,
        until=until,
    )
    return number


async def unread(tx: Tx, since: datetime) -> list[str]:
    """The numbers of letters that wait to be read since before then, the oldest first."""
    rows = await tx.all(
        """
        SELECT number FROM letters
        WHERE settled_at IS NULL AND state IN ('received', 'forwarded', 'reopened')
              AND COALESCE(waiting_since_at, received_at) < :since
        ORDER BY received_at, id
        """,
        since=since,
    )
    return [row["number"] for row in rows]


async def members_not_joined(tx: Tx, today: date) -> int:
    """Members in office whom Telegram does not know yet."""
    number: int = await tx.value(
        """
        SELECT COUNT(*) FROM members m JOIN people p ON p.id = m.person_id
        WHERE m.left_on IS NULL AND m.began_on <= :today AND p.telegram_id IS NULL
        """,
        today=today,
    )
    return number


async def last_backup(tx: Tx) -> datetime | None:
    row = await tx.one("SELECT MAX(happened_at) AS happened_at FROM audit WHERE action = 'backup'")
    return row["happened_at"] if row else None


# --- the database itself ----------------------------------------------------------------------------------------------


async def is_whole(tx: Tx, url: str) -> bool:
    """Does SQLite find its file in order? PostgreSQL looks after its own."""
    return not is_sqlite(url) or await tx.value("PRAGMA quick_check(1)") == "ok"


async def size(tx: Tx, url: str) -> tuple[int, int]:
    """Bytes of the database, and of SQLite's log beside it."""
    if not is_sqlite(url):
        return await tx.value("SELECT pg_database_size(current_database()) AS bytes"), 0
    path = sqlite_path(url)
    log = path.with_name(f"{path.name}-wal")
    return path.stat().st_size, log.stat().st_size if log.exists() else 0
