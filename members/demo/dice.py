"""Chance that always falls the same way."""

import random

SEED = 2001


class Dice(random.Random):
    """A random generator that can also say whether something of a given share happens."""

    def happens(self, share: float) -> bool:
        return self.random() < share


def falls_on(position: int, turn: tuple[int, int]) -> bool:
    """Whether `position` is one of a turn (every, first): (20, 7) falls on 7, 27, 47 …"""
    every, first = turn
    return position % every == first
