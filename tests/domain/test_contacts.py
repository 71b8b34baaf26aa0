"""Registering and ending contacts."""

from dataclasses import replace
from datetime import date

import pytest

from domain.contacts import (
    Contact,
    ContactAlreadyRegistered,
    ContactHasEnded,
    ContactKind,
    ContactLimit,
    ContactLimitReached,
    active,
    end,
    register,
)

SIX = ContactLimit(frozenset({ContactKind.SECTOR, ContactKind.OTHER}), 6, "靖协发〔2014〕7号 三（一）")
SPRING, AUTUMN = date(2026, 3, 1), date(2026, 9, 1)


def contact(id: int, name: str = "", kind: ContactKind = ContactKind.SECTOR, phone: str = "") -> Contact:
    return Contact(id, member_id=1, kind=kind, name=name or f"群众{id}", registered_on=SPRING, phone=phone)


FIVE = [contact(number) for number in range(1, 6)]


def test_the_sixth_contact_is_registered() -> None:
    assert register(FIVE, contact(6), [SIX]) == contact(6)


def test_the_seventh_is_refused_with_the_limit_and_its_source() -> None:
    with pytest.raises(ContactLimitReached) as refusal:
        register([*FIVE, contact(6, kind=ContactKind.OTHER)], contact(7, "王秀英"), [SIX])
    assert refusal.value.args_of_text == {"name": "王秀英", "limit": "6", "source": "靖协发〔2014〕7号 三（一）"}


def test_a_kind_outside_the_limit_is_not_limited() -> None:
    full = [*FIVE, contact(6)]
    assert register(full, contact(7, kind=ContactKind.ENTERPRISE), [SIX]).kind is ContactKind.ENTERPRISE


def test_without_a_limit_any_number_is_registered() -> None:
    assert register([contact(number) for number in range(50)], contact(51), []) == contact(51)


def test_an_ended_contact_makes_room() -> None:
    full = [*FIVE, end(contact(6), AUTUMN, "迁往外地")]
    assert register(full, contact(7), [SIX]) == contact(7)


def test_the_same_name_is_refused_when_no_number_tells_them_apart() -> None:
    known = contact(1, "王秀英", phone="13800000001")
    with pytest.raises(ContactAlreadyRegistered) as refusal:
        register([known], contact(2, "王秀英"), [])
    assert refusal.value.args_of_text == {"name": "王秀英"}


def test_the_same_name_and_number_is_refused() -> None:
    with pytest.raises(ContactAlreadyRegistered):
        register([contact(1, "王秀英", phone="1")], contact(2, "王秀英", phone="1"), [])


def test_two_people_of_one_name_and_two_numbers_are_both_registered() -> None:
    assert register([contact(1, "王秀英", phone="1")], contact(2, "王秀英", phone="2"), []).id == 2


def test_an_ended_contact_can_be_registered_again() -> None:
    known = contact(1, "王秀英")
    assert register([end(known, AUTUMN)], replace(known, id=2), []).id == 2


def test_an_ended_contact_keeps_the_day_and_the_reason() -> None:
    ended = end(contact(1), AUTUMN, "迁往外地")
    assert (ended.ended_on, ended.ended_because, ended.is_active) == (AUTUMN, "迁往外地", False)
    assert active([ended, contact(2)]) == [contact(2)]


def test_a_contact_ends_once() -> None:
    with pytest.raises(ContactHasEnded) as refusal:
        end(end(contact(1, "王秀英"), AUTUMN), AUTUMN)
    assert refusal.value.args_of_text == {"name": "王秀英", "ended": AUTUMN}


def test_names_and_numbers_do_not_show_in_a_contact_s_repr() -> None:
    shown = repr(contact(1, "王秀英", phone="13800000001"))
    assert "王秀英" not in shown
    assert "138" not in shown
