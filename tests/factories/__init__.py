"""Invented organisations and people, made through the register's own actions.

Everything returned is fresh from the database. Dates are fixed, never relative to today.
"""

from tests.factories.contents import (
    STATUTE,
    logo_address,
    make_objective,
    make_picture,
    make_text,
    make_union_logo,
)
from tests.factories.membership import (
    change_class,
    end,
    make_decision,
    make_member,
    make_membership,
    reinstate,
    suspend,
)
from tests.factories.organisations import make_focus_area, make_organisation
from tests.factories.people import make_person, make_representative

__all__ = [
    "STATUTE",
    "change_class",
    "end",
    "logo_address",
    "make_decision",
    "make_focus_area",
    "make_member",
    "make_membership",
    "make_objective",
    "make_organisation",
    "make_person",
    "make_picture",
    "make_representative",
    "make_text",
    "make_union_logo",
    "reinstate",
    "suspend",
]
