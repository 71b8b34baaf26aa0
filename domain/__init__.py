"""Pure rules and value types: no I/O, no clock, the standard library and pydantic only."""
