"""Every string has its translation in every language, and the tool that says so can tell when not."""

import gettext
import importlib.util

import pytest
from babel.messages.catalog import Catalog, Message
from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

_spec = importlib.util.spec_from_file_location("messages", settings.BASE_DIR / ".ci" / "messages.py")
messages = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(messages)
OTHERS = [code for code, _name in settings.LANGUAGES if code != "en"]


def test_the_catalogues_are_complete():
    assert messages.check() == []


def test_there_is_one_for_every_language():
    assert sorted(messages.PLURALS) == sorted(OTHERS)


def test_strings_are_found_in_code_and_templates():
    found = messages.of_ours()
    assert found[None, "Skip to main content"] == {"templates/base.html"}
    assert ("date", "From") in found
    assert any(isinstance(text, tuple) for _context, text in found)


def test_what_django_lacks_is_ours_to_translate():
    lacking = messages.of_django("ur")
    assert (None, "Enter a whole number.") in lacking or len(lacking) > 100
    assert len(messages.of_django("fr")) < 50


@pytest.mark.parametrize(
    ("original", "said", "fault"),
    [
        ("Members", "", "not translated"),
        ("%(count)s members", "membres", "placeholders"),
        ("%(count)s members", "%(conut)s membres", "placeholders"),
        ("Ignored:", "Ignoré : ", "space"),
        (("%(n)s member", "%(n)s members"), ("un membre", "%(n)s membres"), ""),
        (("%(n)s member", "%(n)s members"), ("%(m)s membre", "%(n)s membres"), "placeholders"),
        (("%(n)s member", "%(n)s members"), ("%(n)s membre", ""), "not translated"),
        ("100 %% of %(what)s", "100 %% de %(what)s", ""),
    ],
)
def test_faults(original, said, fault):
    found = messages.faults(Message(original, said))
    assert (fault in "".join(found)) if fault else not found


def test_a_fuzzy_translation_is_a_fault():
    assert "fuzzy" in messages.faults(Message("Members", "Membres", flags={"fuzzy"}))[0]


def test_a_translation_survives_an_update(monkeypatch):
    known = Catalog(locale="fr")
    known.add("Members", "Membres")
    known.add("Gone", "Parti")
    monkeypatch.setattr(messages, "read", lambda language: known)
    catalog = messages.wanted("fr", {(None, "Members"): {"a.py"}, (None, "New"): {"b.py"}})
    assert (catalog["Members"].string, catalog["New"].string) == ("Membres", "")
    assert catalog.get("Gone") is None


@pytest.mark.parametrize("language", OTHERS)
def test_plural_forms_are_those_of_the_language(language):
    with messages.path_of(language).with_suffix(".mo").open("rb") as file:
        forms = gettext.GNUTranslations(file).plural
    used = {forms(number) for number in range(200)}
    assert used == set(range({"ar": 6, "id": 1}.get(language, 2)))


@pytest.mark.parametrize("language", OTHERS)
def test_pages_speak_the_language(language):
    with translation.override(language):
        assert _("Skip to main content") != "Skip to main content"
        assert _("Enter a whole number.") != "Enter a whole number."
        two, three = (ngettext("%(count)s member", "%(count)s members", number) for number in (2, 3))
    assert "member" not in two
    assert (two == three) is (language != "ar")
