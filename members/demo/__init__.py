"""The demo register: an invented union, always the same.

`vocabulary` holds words and places, `names`, `people`, `courses` and `plan` make of them what each
organisation is to be, without touching the database, and `build` writes it through `members.actions`.
"""
