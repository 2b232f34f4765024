"""Text passes one normaliser on its way in, and what cannot pass is said at its field."""

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.utils import translation

from members.models import Country, FocusArea, MembershipClass, Organisation, OrganisationText, Union
from members.models.fields import TranslatedFormField, cleaned, in_language


class CityForm(forms.ModelForm):
    class Meta:
        model = Organisation
        fields = ["city", "address", "kind"]


def errors(**data):
    form = CityForm(data)
    form.is_valid()
    return form.errors


def test_a_line_is_tidied():
    form = CityForm({"city": "  Çanak\u202ekale \n", "address": "1 Street\r\n\r\nTown", "kind": ""})
    assert form.is_valid(), form.errors
    assert form.cleaned_data["city"] == "Çanakkale"
    assert form.cleaned_data["address"].splitlines()[-1] == "Town"


def test_zero_width_non_joiner_survives_in_persian():
    assert cleaned("گل\u200cهای دشت") == "گل\u200cهای دشت"


@pytest.mark.parametrize("value", ["a\x00b", "a\ud800b", "a\x1bb"])
def test_what_cannot_be_stored_is_an_error_at_the_field(value):
    assert "city" in errors(city=value)
    assert "address" in errors(address=value)


def test_over_long_is_an_error_at_the_field():
    assert "120" in str(errors(city="x" * 121)["city"])
    assert "city" not in errors(city="x" * 120)
    text = OrganisationText(summary="S", description="x" * 5001, language="en")
    with pytest.raises(ValidationError) as caught:
        text.clean_fields(exclude=["organisation"])
    assert "5000" in str(caught.value.message_dict["description"])


def test_other_values_are_left_alone():
    assert cleaned(None) is None
    assert cleaned(5) == 5


def test_translated_form_field_has_one_input_a_language():
    field = TranslatedFormField(required=False)
    assert field.clean(["Full", "كامل", "", "", "", "", "", ""]) == {"en": "Full", "ar": "كامل"}
    assert not field.has_changed({"en": "Full"}, ["Full", "", "", "", "", "", "", ""])
    assert field.has_changed({"en": "Full"}, ["Whole", "", "", "", "", "", "", ""])
    html = field.widget.render("names", {"ar": "كامل"}, {"id": "id_names"})
    assert 'lang="ar"' in html
    assert 'dir="rtl"' in html
    assert "كامل" in html
    with pytest.raises(ValidationError):
        field.clean(["x" * 301, "", "", "", "", "", "", ""])


def test_translated_model_field_refuses_what_is_not_texts(db):
    area = FocusArea(slug="education", names={"en": "Education\u202e"})
    area.full_clean()
    assert area.names == {"en": "Education"}
    for wrong in ({"en": 5}, ["Education"], {"en": "a\x00"}):
        area.names = wrong
        with pytest.raises(ValidationError):
            area.full_clean()


def test_fallback_says_which_language_it_is():
    texts = {"tr": "Tam üye", "xx": "?"}
    with translation.override("ar"):
        assert in_language(texts) == ("Tam üye", "tr")
    assert in_language(texts, "tr") == ("Tam üye", "tr")
    assert in_language({}) == ("", "")
    assert in_language({"sw": "Mwanachama"}) == ("Mwanachama", "sw")


def test_names_of_lists_speak_the_readers_language(db):
    full = MembershipClass.objects.get(slug="full")
    with translation.override("ar"):
        assert str(full) == "عضو كامل العضوية"
    assert str(MembershipClass(slug="x")) == "x"
    assert str(FocusArea(slug="y", names={})) == "y"
    union = Union(names={"en": "Union"}, taglines={"en": "Register"})
    assert (str(union), union.tagline) == ("Union", "Register")
    assert Country.objects.filter(name_overrides={}).exists()
