"""What a page contributes to the first page of the staff: a number that leads to the list behind it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Tile:
    label: str
    count: int
    url: str
    is_waiting: bool = False
