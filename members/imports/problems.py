"""What an import refuses: a whole file, or one value of one row."""

from dataclasses import dataclass


class FileRefused(Exception):
    """The file cannot be read as a list; the text is one clear sentence for a secretary."""


class ValueProblem(ValueError):
    """A cell cannot be taken over; the text says why and what would be accepted."""


@dataclass(frozen=True, slots=True)
class Message:
    """What is said about a row: the text and, where one cell is meant, its column as in the file."""

    text: str
    heading: str = ""
    letter: str = ""

    def __str__(self) -> str:
        return f"{self.heading} ({self.letter}): {self.text}" if self.letter else self.text

    def as_json(self) -> dict[str, str]:
        return {"text": self.text, "column": self.heading, "letter": self.letter}
