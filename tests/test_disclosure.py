"""Every field of every model is declared to exactly one audience."""

import pytest
from django.apps import apps
from django.db import models

from members import disclosure
from members.models import Country, Organisation, Person

MODELS = [
    model
    for model in apps.get_app_config("members").get_models()
    if not model.__name__.startswith("Historical")
]


def field_names(model) -> set[str]:
    return {
        field.name for field in model._meta.get_fields() if not field.auto_created or field.name == "id"
    } - {field.name for field in model._meta.related_objects}


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_each_field_is_declared_once(model):
    declared = [*disclosure.chosen(model)]
    for audience in disclosure.AUDIENCES:
        declared += disclosure.fields(model, audience)
    twice = {name for name in declared if declared.count(name) > 1}
    undeclared = field_names(model) - set(declared)
    if "id" in undeclared:  # a plain number says nothing
        undeclared.remove("id")
    assert not twice
    assert not undeclared
    assert set(declared) <= field_names(model)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_chosen_audiences_and_switches_are_fields(model):
    named = {*disclosure.chosen(model).values(), *getattr(model.Disclosure, "decides_publicity", ())}
    assert named <= field_names(model)


@pytest.mark.parametrize("model", [Organisation, Person])
def test_contacts_are_private_unless_somebody_says_otherwise(model):
    for audience_field in set(disclosure.chosen(model).values()):
        assert model._meta.get_field(audience_field).default == "secretariat"


def test_undeclared_field_is_an_error():
    with pytest.raises(disclosure.UndeclaredField, match=r"Country\.nickname"):
        disclosure.audience_of(Country, "nickname")


def test_audience_of_a_field():
    assert disclosure.audience_of(Organisation, "city") == "public"
    assert disclosure.audience_of(Organisation, "note") == "secretariat"
    assert disclosure.audience_of(Organisation, "email") == "chosen"
    assert disclosure.audience_of(Person, "sealed_facts") == "sealed"


@pytest.mark.parametrize(
    ("changed", "answer"),
    [
        (["note"], False),
        (["note", "city"], True),
        (["email"], True),
        (["email_audience"], True),
        (["is_listed"], True),
    ],
)
def test_which_changes_the_public_may_see(changed, answer):
    assert disclosure.may_be_public(Organisation, changed) is answer


def test_history_keeps_no_copy_of_sealed_facts():
    fields = {field.name for field in Person.history.model._meta.get_fields()}
    assert "sealed_facts" not in fields
    assert isinstance(Person.history.model._meta.get_field("email"), models.CharField)
