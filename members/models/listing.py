"""What the public may ask about organisations. Memberships in classes that are not public do not count."""

import datetime

from django.db import models
from django.db.models import (
    Aggregate,
    Case,
    CharField,
    Exists,
    F,
    OuterRef,
    Prefetch,
    Q,
    Subquery,
    Value,
    When,
)
from django.utils.translation import get_language

from members import choices
from members.models.base import running_on, today
from members.models.membership import Membership, Suspension
from members.models.name import OrganisationName

# Mergers followed from one number to the next.
LONGEST_CHAIN = 10
CONTACTS = ("email", "phone", "address")
# What a row shows of an organisation from its own columns.
ROW = ("number", "country", "kind", "city", "logo")


class Words(Aggregate):
    """Values of a group joined by spaces, in no particular order."""

    template = "%(function)s(%(expressions)s, ' ')"
    function = "STRING_AGG"
    output_field = CharField()

    def as_sqlite(self, compiler, connection, **extra):
        return self.as_sql(compiler, connection, function="GROUP_CONCAT", **extra)


def public_memberships(on: datetime.date) -> models.QuerySet:
    """Memberships the public may know of on that day: in a public class, and begun."""
    begun = Q(starts_on=None) | Q(starts_on__lte=on)
    return Membership.objects.filter(begun, membership_class__is_public=True)


def present_memberships(on: datetime.date) -> models.QuerySet:
    """The running memberships of listed organisations: one of each."""
    return public_memberships(on).filter(
        running_on(on), organisation__is_listed=True, organisation__merged_into=None
    )


def standing_memberships(on: datetime.date) -> models.QuerySet:
    """The present membership of each organisation on that day, or its last one if none is running."""
    later = Q(ends_on=None) | Q(ends_on__gt=OuterRef("ends_on"))
    followed = public_memberships(on).filter(later, organisation=OuterRef("organisation"))
    return public_memberships(on).filter(Q(ends_on=None) | Q(ends_on__gte=on) | ~Exists(followed))


def admissions(on: datetime.date) -> models.QuerySet:
    """Memberships with which an organisation came in, as against those that continue one in another class."""
    before = Membership.objects.filter(
        organisation=OuterRef("organisation"),
        ends_on__lt=OuterRef("starts_on"),
        membership_class__is_public=True,
    ).order_by("-ends_on")
    continues = Q(_before=choices.HowEnded.CLASS_CHANGED)
    began = public_memberships(on).alias(_before=Subquery(before.values("how_ended")[:1]))
    return began.filter(Q(_before=None) | ~continues)


def with_admission(memberships: models.QuerySet, on: datetime.date) -> models.QuerySet:
    """Annotates `admitted_on`: since when the organisation is a member without a break, through changes of
    class; None: not recorded. Only where a class was ever changed are earlier memberships looked at."""
    changed = Membership.objects.filter(how_ended=choices.HowEnded.CLASS_CHANGED)
    first = admissions(on).filter(
        Q(starts_on=None) | Q(starts_on__lte=OuterRef("starts_on")), organisation=OuterRef("organisation")
    )
    exact = first.order_by(F("starts_on").desc(nulls_last=True)).values("starts_on")[:1]
    return memberships.annotate(
        admitted_on=Case(
            When(organisation__in=changed.values("organisation"), then=Subquery(exact)),
            default=F("starts_on"),
        )
    )


def names_in_order() -> Prefetch:
    """All names of organisations, in the order of a page."""
    return Prefetch("names", OrganisationName.objects.in_order())


def _of_organisation(memberships: models.QuerySet) -> models.QuerySet:
    return memberships.filter(organisation=OuterRef("pk"))


class ListedOrganisations(models.QuerySet):
    """Reads for public pages: nothing here looks at what the public may not see."""

    def listed(self, on: datetime.date | None = None):
        """Listed, not merged away, and admitted to a public class by that day (default: today)."""
        admitted = Exists(_of_organisation(public_memberships(on or today())))
        return self.filter(admitted, is_listed=True, merged_into=None)

    def answering(self, number: str, on: datetime.date | None = None):
        """The listed organisation that answers to a number, its own or one merged into it; or None."""
        on = on or today()
        admitted = Exists(_of_organisation(public_memberships(on)))
        listed = self.listed(on).with_names()
        found, merged = None, self.filter(admitted, is_listed=True).values_list("merged_into__number")
        for _step in range(LONGEST_CHAIN):
            found = listed.filter(number=number).first()
            if found is not None:
                break
            [number] = merged.exclude(merged_into=None).filter(number=number).first() or [None]
            if number is None:
                break
        return found

    def standing(self, *statuses: str, on: datetime.date | None = None):
        """Listed organisations whose public status on that day is one of these."""
        on = on or today()
        status = choices.MembershipStatus
        wanted = set(statuses)
        running = Exists(_of_organisation(public_memberships(on).filter(running_on(on))))
        suspended = Exists(_suspensions(on))
        listed = self.filter(is_listed=True, merged_into=None)
        if wanted == {status.MEMBER, status.SUSPENDED}:
            return listed.filter(running)
        if wanted >= {status.MEMBER, status.SUSPENDED, status.FORMER}:
            return self.listed(on)
        conditions = {
            status.MEMBER: Q(running) & ~Q(suspended),
            status.SUSPENDED: Q(running) & Q(suspended),
            status.FORMER: Q(Exists(_of_organisation(public_memberships(on)))) & ~Q(running),
        }
        any_of = Q()
        for one in wanted:
            any_of |= conditions[one]
        return listed.filter(any_of)

    def with_standing(self, on: datetime.date | None = None):
        """Annotates what the public may know of the membership on that day: `status_on`, `class_slug`,
        `member_since` (through changes of class; None: not recorded) and `member_until`."""
        on = on or today()
        status = choices.MembershipStatus
        standing = _of_organisation(standing_memberships(on))
        running = standing.filter(running_on(on))
        latest = F("starts_on").desc(nulls_last=True)
        return self.annotate(
            status_on=Case(
                When(Exists(running) & Exists(_suspensions(on)), then=Value(status.SUSPENDED.value)),
                When(Exists(running), then=Value(status.MEMBER.value)),
                When(Exists(standing), then=Value(status.FORMER.value)),
                default=Value(status.NONE.value),
            ),
            member_since=Subquery(_of_organisation(admissions(on)).order_by(latest).values("starts_on")[:1]),
            member_until=Subquery(standing.values("ends_on")[:1]),
            class_slug=Subquery(standing.values("membership_class__slug")[:1]),
        )

    def with_summary(self, language: str | None = None):
        """Annotates `summary` in that language (default: the page's), else in the language of the official
        name, else in any; and `summary_language`."""
        official = OrganisationName.objects.filter(
            organisation=OuterRef("organisation"), kind=choices.NameKind.OFFICIAL, valid_until=None
        )
        texts = (
            self.model._meta.get_field("texts")
            .related_model.objects.filter(organisation=OuterRef("pk"))
            .order_by(
                Case(
                    When(language=language or get_language(), then=0),
                    When(language=Subquery(official.values("language")[:1]), then=1),
                    default=2,
                ),
                "language",
            )
        )
        return self.annotate(
            summary=Subquery(texts.values("summary")[:1]),
            summary_language=Subquery(texts.values("language")[:1]),
        )

    def with_names(self):
        return self.prefetch_related(names_in_order())

    def for_directory(self):
        """Exactly what a row of the directory shows of an organisation's own columns, and its summary. What
        the census knows (`reports.rows`) is not asked again. Names: `with_names()`."""
        return self.only(*ROW).with_summary()

    def for_profile(self, on: datetime.date | None = None):
        """Exactly what one profile shows of its own columns. A contact comes along only where its audience is
        everybody and the organisation is a member in good order: `public_email` and so on.

        `focus_slugs` and `work_codes` (countries of work) are joined by spaces.
        """
        on = on or today()
        hidden = Value("", models.TextField())
        public = [name for name in self.model.Disclosure.public if name not in {"works_in", "focus_areas"}]
        shown = {
            f"public_{name}": Case(
                When(
                    **{
                        f"{name}_audience": choices.Audience.PUBLIC,
                        "status_on": choices.MembershipStatus.MEMBER,
                    },
                    then=F(name),
                ),
                default=hidden,
                output_field=models.TextField(),
            )
            for name in CONTACTS
        }
        ties = {
            "focus_slugs": self._ties("focus_areas", "focusarea__slug"),
            "work_codes": self._ties("works_in", "country_id"),
        }
        return self.only(*public).select_related("country").with_standing(on).annotate(**ties, **shown)

    def _ties(self, field: str, wanted: str) -> Subquery:
        """What an organisation is tied to by a many-to-many field, joined by spaces; None: nothing."""
        ties = getattr(self.model, field).through.objects.filter(organisation=OuterRef("pk")).order_by()
        return Subquery(ties.values("organisation").annotate(words=Words(wanted)).values("words"))

    def in_order(self):
        return self.order_by("sort_name", "number")


def _suspensions(on: datetime.date) -> models.QuerySet:
    return Suspension.objects.filter(
        running_on(on),
        running_on(on, "membership__"),
        membership__organisation=OuterRef("pk"),
        membership__membership_class__is_public=True,
    )
