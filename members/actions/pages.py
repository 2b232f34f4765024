"""Texts of the union: a draft, its publication, and the draft of the next version."""

import datetime

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from members import audit, revision
from members.actions import decisions
from members.actions.refusals import Refused
from members.actions.versions import lock
from members.choices import DecisionKind
from members.models import Decision, PageText
from members.models.base import today


def next_number(text: PageText) -> int:
    """The number after the last version of this page in this language."""
    versions = PageText.objects.filter(page=text.page, language=text.language)
    return (versions.aggregate(latest=Max("number"))["latest"] or 0) + 1


@transaction.atomic
def draft_after(text: PageText, *, by, reason: str) -> PageText:
    """A new, unpublished version with the same words."""
    lock(text.page)
    draft = PageText(
        page=text.page,
        language=text.language,
        number=next_number(text),
        title=text.title,
        body=text.body,
        is_authentic=text.is_authentic,
    )
    audit.because(draft, by=by, reason=reason)
    draft.save()
    return draft


@transaction.atomic
def publish(
    text: PageText,
    *,
    adopted_on: datetime.date | None = None,
    adopted_by: Decision | None = None,
    by,
    reason: str,
) -> PageText:
    """From now on this version is what readers see, and its words stay as they are."""
    text = lock(text)
    if text.published_on is not None:
        raise Refused(_("This version is published already."))
    if text.number != next_number(text) - 1:
        raise Refused(_("There is a later version. Publish that one."))
    text.adopted_on, text.adopted_by, text.published_on = adopted_on, adopted_by, today()
    text.version += 1
    audit.because(text, by=by, reason=reason)
    text.save()
    facts = {"page": text.page.slug, "language": text.language, "number": text.number}
    audit.record("publish", text, by=by, reason=reason, **facts)
    revision.raised()
    return text


@transaction.atomic
def adopt(
    text: PageText,
    *,
    adopted_on: datetime.date,
    body: str,
    session: str = "",
    reference: str = "",
    by,
    reason: str,
) -> PageText:
    """Publishes a version that a body of the union adopted, and records its decision."""
    decision = decisions.record(
        by=by,
        kind=DecisionKind.ADOPTION,
        decided_on=adopted_on,
        effective_on=adopted_on,
        body=body,
        session=session,
        reference=reference,
        reasons=reason,
    )
    return publish(text, adopted_on=adopted_on, adopted_by=decision, by=by, reason=reason)
