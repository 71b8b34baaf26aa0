"""What every table is made of: the types of both engines, and short names for the usual columns."""

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    ForeignKey,
    Integer,
    MetaData,
    Text,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.types import TypeEngine

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

BIG: TypeEngine[int] = BigInteger().with_variant(Integer, "sqlite")
MOMENT: TypeEngine[Any] = DateTime(timezone=True).with_variant(Text, "sqlite")
DAY: TypeEngine[Any] = Date().with_variant(Text, "sqlite")
JSON: TypeEngine[Any] = JSONB().with_variant(Text, "sqlite")


def key() -> Column[int]:
    return Column("id", BIG, primary_key=True, autoincrement=True)


def to(name: str, target: str, *, optional: bool = False) -> Column[int]:
    return Column(name, BIG, ForeignKey(target), nullable=optional)


def at(name: str, *, optional: bool = False) -> Column[object]:
    return Column(name, MOMENT, nullable=optional)


def on(name: str, *, optional: bool = False) -> Column[object]:
    return Column(name, DAY, nullable=optional)


def json(name: str) -> Column[object]:
    return Column(name, JSON, nullable=False)


def words(name: str, *, optional: bool = False) -> Column[str]:
    return Column(name, Text, nullable=optional)


def personal(name: str, *, optional: bool = False) -> Column[str]:
    """Words that are sealed wherever they are written: who someone is, what they wrote."""
    return Column(name, Text, nullable=optional, info={"personal": True})


def number(name: str, *, optional: bool = False, default: str | None = None) -> Column[int]:
    return Column(name, BIG, nullable=optional, server_default=default)


def flag(name: str) -> Column[bool]:
    return Column(name, Boolean, nullable=False, server_default=text("FALSE"))
