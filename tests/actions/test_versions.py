import pytest

from members.actions import versions
from members.actions.refusals import EditConflict
from members.models import Organisation


def test_the_second_of_two_editors_is_refused(organisation):
    mine, theirs = (Organisation.objects.get(pk=organisation.pk) for _reader in range(2))
    versions.claim(mine, version=mine.version)
    with pytest.raises(EditConflict, match="Somebody else"):
        versions.claim(theirs, version=theirs.version)
    assert Organisation.objects.get(pk=organisation.pk).version == organisation.version + 1


def test_lock_reads_the_row_as_it_is_now(organisation):
    Organisation.objects.filter(pk=organisation.pk).update(city="Bursa")
    assert versions.lock(organisation).city == "Bursa"
