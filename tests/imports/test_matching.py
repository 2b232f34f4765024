"""The keys by which organisations are matched; the rules themselves are told in test_plan."""

import pytest

from members.imports.matching import Entry, Registry, contradict, legal_key, legal_scheme
from members.imports.names import Name
from members.imports.rows import ImportedRow


@pytest.mark.parametrize(
    ("written", "scheme"),
    [
        ("https://www.register.example/033xcsh46", "register.example"),
        ("US-EIN-27-5026463", "us ein"),
        ("GB-CHC-1114944", "gb chc"),
        ("41150939", ""),
    ],
)
def test_the_kind_of_a_legal_number(written, scheme):
    assert legal_scheme(written) == scheme


def test_a_legal_number_is_compared_without_its_spaces_and_marks():
    assert legal_key("TR 34-123/ab") == legal_key("tr34123AB")


@pytest.mark.parametrize(
    ("own", "other", "is_contradiction"),
    [
        ("GB-CHC-1", "GB-CHC-2", True),
        ("GB-CHC-1", "gb chc 1", False),
        ("GB-CHC-1", "GB-COH-2", False),
        ("", "GB-CHC-2", False),
        ("GB-CHC-1", "", False),
    ],
)
def test_numbers_contradict_each_other_when_one_kind_gives_two(own, other, is_contradiction):
    row = ImportedRow(2, [], facts={"legal_number": own} if own else {})
    entry = Entry("GB", legal=legal_key(other), legal_scheme=legal_scheme(other))
    assert contradict(row, entry) is is_contradiction


def test_what_a_row_adds_makes_the_next_one_findable():
    registry = Registry(
        [Entry("TR", title="Olive", pk=1, number="TR-0001", officials={"olive"}, names={"olive"})]
    )
    first = ImportedRow(
        2, [], country="TR", names=[Name("Olive", "official")], facts={"legal_number": "TR-17"}
    )
    registry.take(registry.match(first).entry, first)
    second = ImportedRow(
        3, [], country="TR", names=[Name("Zeytin", "official")], facts={"legal_number": "TR 17"}
    )
    assert registry.match(second).reason == "same legal number and country"


def test_many_candidates_are_told_in_short():
    entries = [
        Entry("TR", title="Olive", pk=n, number=f"TR-000{n}", officials={"olive"}, names={"olive"})
        for n in range(1, 6)
    ]
    row = ImportedRow(2, [], country="TR", names=[Name("Olive", "official")])
    assert Registry(entries).match(row).reason.endswith("TR-0003 (Olive, TR) ….")


def test_an_entry_without_a_country_is_told_by_its_title():
    assert str(Entry(None, title="Olive", number="TR-0001")) == "TR-0001 (Olive)"
