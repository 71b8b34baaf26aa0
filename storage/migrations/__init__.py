"""The history of the tables, one for both engines (Alembic)."""
