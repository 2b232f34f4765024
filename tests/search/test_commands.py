"""`manage.py search` and `manage.py reindex_search`."""

from io import StringIO

from django.core.management import call_command

from members.models import SearchPosting, SearchWord
from tests.factories import make_member, make_organisation


def run(*arguments) -> str:
    out = StringIO()
    call_command(*arguments, stdout=out)
    return out.getvalue()


def test_search_prints_ranked_lines(db):
    make_member("Selvi Vakfı", names=[("Cypress Foundation", "former", "en")])
    make_organisation("Cypress Derneği")
    lines = run("search", "cypress foundation").splitlines()
    assert lines[0].startswith(
        "  1  TR-0001  Selvi Vakfı  ←  Cypress Foundation (Former name, exactly this name)"
    )
    assert lines[0].endswith("1.000")
    assert "Cypress Derneği" in run("search", "dernegi")
    assert run("search", "dernegi", "--public").strip() == "Nothing found."


def test_search_says_that_there_is_more(db):
    for name in ("Nehir Ada", "Nehir Bağ"):
        make_organisation(name)
    assert run("search", "nehir", "--limit", "1").splitlines()[1:] == [
        "There may be more; --limit shows more."
    ]


def test_reindex_makes_the_index_anew(db):
    make_member("Selvi Vakfı")
    SearchPosting.objects.all().delete()
    assert run("reindex_search") == "1 name indexed.\n"
    assert SearchPosting.objects.count() == 2
    SearchWord.objects.update(frequency=9)
    assert run("reindex_search", "--count") == "Words counted.\n"
    assert set(SearchWord.objects.values_list("frequency", flat=True)) == {1}
