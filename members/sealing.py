"""Encryption of what is known about people at risk.

Keys come from the environment and are never in the database, so that a dump of it tells nothing.
"""

import json

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings


class SealBroken(Exception):
    """The stored text cannot be read with any of the keys in SEALED_KEYS."""


def _box() -> MultiFernet:
    return MultiFernet([Fernet(key) for key in settings.SEALED_KEYS])


def seal(facts: dict[str, str]) -> str:
    """The facts as one encrypted text, made with the newest key."""
    return _box().encrypt(json.dumps(facts, ensure_ascii=False).encode()).decode()


def unseal(text: str) -> dict[str, str]:
    """The facts in an encrypted text. Raises SealBroken when no key fits or the text was altered."""
    try:
        return json.loads(_box().decrypt(text.encode()))
    except InvalidToken as error:
        raise SealBroken from error
