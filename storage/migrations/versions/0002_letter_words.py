"""Each engine's own index of letter_index.tokens.

Why: finding letters by two Chinese characters needs FTS5 on SQLite and GIN on PostgreSQL; no one table does on both.
SQLite's virtual table reads its content from letter_index and follows it by triggers. It keeps no positions and no
sizes: which letters have a token is all that is asked. Its tokenizer only cuts at ASCII white space and signs.
"""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

ADD = "INSERT INTO letter_words (rowid, tokens) VALUES (new.letter_id, new.tokens);"
TAKE_OUT = "INSERT INTO letter_words (letter_words, rowid, tokens) VALUES ('delete', old.letter_id, old.tokens);"

SQLITE = (
    """
    CREATE VIRTUAL TABLE letter_words USING fts5(
        tokens, content='letter_index', content_rowid='letter_id', detail=none, columnsize=0,
        tokenize="ascii tokenchars ':'"
    )
    """,
    f"CREATE TRIGGER letter_index_added AFTER INSERT ON letter_index BEGIN {ADD} END",
    f"CREATE TRIGGER letter_index_changed AFTER UPDATE ON letter_index BEGIN {TAKE_OUT} {ADD} END",
    f"CREATE TRIGGER letter_index_removed AFTER DELETE ON letter_index BEGIN {TAKE_OUT} END",
)
POSTGRES = ("CREATE INDEX ix_letter_index_tokens ON letter_index USING gin (string_to_array(tokens, ' '))",)


def upgrade() -> None:
    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRES:
        # Plain, for a colon in it is no parameter.
        op.get_bind().exec_driver_sql(statement)
