"""Committees' rules as data: one TOML file is one scheme (`domain.schemes.Scheme`)."""
