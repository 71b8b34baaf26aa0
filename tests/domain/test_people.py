"""Who may do what is for some roles alone."""

import pytest

from domain.people import NotForYourRole, Person, Role, check_role


def someone(*roles: Role) -> Person:
    return Person(1, "周敏", "zh", roles=frozenset(roles))


def test_one_of_the_roles_is_enough() -> None:
    check_role(someone(Role.LEADER, Role.MEMBER), Role.OFFICE, Role.LEADER)


@pytest.mark.parametrize("roles", [(), (Role.MEMBER,), (Role.STAFF, Role.DEPARTMENT)], ids=str)
def test_whoever_has_none_of_the_roles_is_refused(roles: tuple[Role, ...]) -> None:
    with pytest.raises(NotForYourRole):
        check_role(someone(*roles), Role.OFFICE, Role.LEADER)
