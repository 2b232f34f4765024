"""What the database refuses is told in the words of the constraint, or plainly."""

import pytest
from django.db import IntegrityError

from members.actions.refusals import EditConflict
from members.admin.refusals import in_words


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (EditConflict(), "Somebody else has changed this in the meantime."),
        (
            IntegrityError('violates unique constraint "organisation_legal_number_once"'),
            "Another organisation of this country has this legal number.",
        ),
        (
            IntegrityError("constraint failed: membership_holds_its_suspensions"),
            "The register refuses this, because it contradicts what is recorded already.",
        ),
        (
            IntegrityError("UNIQUE constraint failed: members_page.slug"),
            "The register refuses this, because it contradicts what is recorded already.",
        ),
    ],
)
def test_in_words(error, said):
    assert in_words(error) == said
