"""Who may read which field, as each model declares it in its `Disclosure`.

public       everybody
member       the organisation itself, through its own link
secretariat  staff
sealed       holders of the right to see people at risk
internal     no page shows it as such
chosen       the row says itself: {"email": "email_audience"}
"""

from collections.abc import Iterable

from django.db.models import Model

AUDIENCES = ("public", "member", "secretariat", "sealed", "internal")


class UndeclaredField(LookupError):
    """A model has a field that its Disclosure does not name."""


def fields(model: type[Model], audience: str) -> tuple[str, ...]:
    """Names of the fields of `model` declared for `audience`."""
    return tuple(getattr(model.Disclosure, audience, ()))


def chosen(model: type[Model]) -> dict[str, str]:
    """Fields whose audience stands in another field of the same row: {field: field of the audience}."""
    return dict(getattr(model.Disclosure, "chosen", {}))


def audience_of(model: type[Model], field: str) -> str:
    """The audience declared for a field, "chosen" where the row decides. Raises UndeclaredField."""
    if field in chosen(model):
        return "chosen"
    for audience in AUDIENCES:
        if field in fields(model, audience):
            return audience
    raise UndeclaredField(f"{model.__name__}.{field} is in no audience of its Disclosure")


def may_be_public(model: type[Model], changed: Iterable[str]) -> bool:
    """Whether a change of these fields can alter what the public sees: public fields, chosen ones, and
    the switches that decide whether a row is shown."""
    switches = {*chosen(model).values(), *getattr(model.Disclosure, "decides_publicity", ())}
    return any(field in switches or audience_of(model, field) in {"public", "chosen"} for field in changed)
