"""The staff's pages, by noun, over one hardened base."""

from members.admin import (
    audit,
    countries,
    decisions,
    documents,
    focus_areas,
    imports,
    membership_classes,
    objectives,
    organisations,
    pages,
    people,
    register,
    representatives,
    users,
)

__all__ = [
    "audit", "countries", "decisions", "documents", "focus_areas", "imports", "membership_classes",
    "objectives", "organisations", "pages", "people", "register", "representatives", "users",
]  # fmt: skip
