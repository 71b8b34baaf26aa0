"""All SQL: ``db`` knows the engine, every other file holds the queries of one subject."""
