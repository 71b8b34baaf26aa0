"""Use cases: load, decide, save, tell. They take a transaction and know no Telegram."""
