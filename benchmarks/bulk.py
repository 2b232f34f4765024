"""Many organisations with everything that hangs on them, written a batch at a time."""

import datetime
from collections import Counter
from collections.abc import Iterator

from babel.languages import get_official_languages

from members import text
from members.actions import numbers
from members.choices import (
    Audience,
    DecisionBody,
    DecisionKind,
    HowEnded,
    NameKind,
    OrganisationKind,
    RepresentativeFunction,
)
from members.demo import people
from members.demo.dice import SEED, Dice
from members.demo.vocabulary import table
from members.models import (
    Country,
    Decision,
    FocusArea,
    Membership,
    MembershipClass,
    Organisation,
    OrganisationName,
    OrganisationText,
    Person,
    Representative,
    Suspension,
)

BATCH = 2000
FIRST_YEAR, LAST_YEAR = 2001, 2025
SUSPENDED, FORMER, CHANGED, ABROAD = 0.04, 0.06, 0.02, 0.4  # shares
BY_SCRIPT = {"Arab": "ar", "Cyrl": "ru", "Hani": "zh", "Jpan": "ja", "Kore": "ko", "Grek": "el", "Thai": "th"}
KINDS = {
    "nonprofit": OrganisationKind.ASSOCIATION,
    "funder": OrganisationKind.FOUNDATION,
    "education": OrganisationKind.INSTITUTE,
    "facility": OrganisationKind.INSTITUTE,
    "company": OrganisationKind.COMPANY,
}


class Bulk:
    """Adds rows of a list such as load_orgs.csv. `count` says how many organisations there are by now."""

    def __init__(self):
        self.count = 0
        self.dice = Dice(SEED)
        self.codes = set(Country.objects.values_list("pk", flat=True))
        self.areas = list(FocusArea.objects.all())
        self.classes = list(MembershipClass.objects.order_by("position"))
        self.admissions = [_decision(DecisionKind.ADMISSION, year, 5, 1) for year in _years()]
        self.endings = {year: _decision(DecisionKind.ENDING, year, 12, 31) for year in _years()}
        self.suspension = _decision(DecisionKind.SUSPENSION, LAST_YEAR, 11, 1)
        self.change = _decision(DecisionKind.CLASS_CHANGE, LAST_YEAR + 1, 1, 1)
        self.places = sorted(self.codes)

    def add(self, rows: list[dict]) -> list[OrganisationName]:
        """The names of the organisations made from `rows`; they are not indexed for search yet."""
        rows = [{**row, "country_code": self._seat(row)} for row in rows if _cleaned(row["name"])]
        given = Counter(row["country_code"] for row in rows)
        series = {code: iter(numbers.allocate(code, count)) for code, count in sorted(given.items())}
        made = [(self._organisation(row, next(series[row["country_code"]])), row) for row in rows]
        organisations = Organisation.objects.bulk_create(organisation for organisation, _row in made)
        self.count += len(organisations)
        self._admit(organisations)
        self._describe(organisations)
        self._represent(organisations)
        return OrganisationName.objects.bulk_create(
            name for organisation, row in made for name in _names(organisation, row)
        )

    def _seat(self, row: dict) -> str:
        """The country of the row; for one the register does not know, the first of the list."""
        code = row["country_code"]
        return code if code in self.codes else min(self.codes)

    def _organisation(self, row: dict, number: str) -> Organisation:
        year = row["established"]
        kind = (row["types"] or "").split(",")[0]
        website = row["website"] or ""
        return Organisation(
            number=number,
            country_id=row["country_code"],
            sort_name=text.sort_key(_cleaned(row["name"]))[:300],
            kind=KINDS.get(kind, OrganisationKind.OTHER),
            founded_year=int(year) if year.isdigit() and 1000 <= int(year) <= LAST_YEAR else None,
            city=_cleaned(row["city"] or "")[:120],
            website=website if len(website) <= 500 else "",
            email=f"office@{number.lower()}.example.org",
            email_audience=Audience.PUBLIC if self.dice.happens(0.5) else Audience.SECRETARIAT,
        )

    def _admit(self, organisations: list[Organisation]) -> None:
        memberships = [self._membership(organisation) for organisation in organisations]
        Membership.objects.bulk_create(memberships)
        self._change_classes(memberships)
        Suspension.objects.bulk_create(
            Suspension(
                membership=membership,
                starts_on=self.suspension.effective_on,
                reason=self.suspension.reasons,
                decided_by=self.suspension,
            )
            for membership in memberships
            if membership.ends_on is None and self.dice.happens(SUSPENDED)
        )

    def _change_classes(self, memberships: list[Membership]) -> None:
        """A few go on in another class: their memberships are two, their admission is one."""
        changed = [one for one in memberships if one.ends_on is None and self.dice.happens(CHANGED)]
        for membership in changed:
            membership.ends_on = self.change.effective_on - datetime.timedelta(days=1)
            membership.ended_by, membership.how_ended = self.change, HowEnded.CLASS_CHANGED
        Membership.objects.bulk_update(changed, ["ends_on", "ended_by", "how_ended"])
        Membership.objects.bulk_create(
            Membership(
                organisation=membership.organisation,
                membership_class=self.classes[0],
                starts_on=self.change.effective_on,
                admitted_by=self.change,
            )
            for membership in changed
        )

    def _membership(self, organisation: Organisation) -> Membership:
        admission = self.dice.choice(self.admissions)
        [membership_class] = self.dice.choices(self.classes, weights=[7, 2, *[1] * (len(self.classes) - 2)])
        membership = Membership(
            organisation=organisation,
            membership_class=membership_class,
            starts_on=admission.effective_on,
            admitted_by=admission,
        )
        if self.dice.happens(FORMER):
            ending = self.endings[self.dice.randint(admission.effective_on.year, LAST_YEAR)]
            membership.ends_on, membership.ended_by = ending.effective_on, ending
            membership.how_ended = self.dice.choice([HowEnded.RESIGNED, HowEnded.LAPSED])
        return membership

    def _describe(self, organisations: list[Organisation]) -> None:
        through = Organisation.focus_areas.through
        links, texts = [], []
        for organisation in organisations:
            areas = self.dice.sample(self.areas, self.dice.randint(1, 3))
            links += [through(organisation_id=organisation.pk, focusarea_id=area.pk) for area in areas]
            summaries = table("focus")[areas[0].slug]["summaries"]
            languages = [code for code, share in (("en", 0.6), ("ar", 0.2)) if self.dice.happens(share)]
            texts += [
                OrganisationText(organisation=organisation, language=code, summary=summaries[code])
                for code in languages
            ]
        through.objects.bulk_create(links)
        self._send_abroad(organisations)
        OrganisationText.objects.bulk_create(texts)

    def _send_abroad(self, organisations: list[Organisation]) -> None:
        """Some work in one to four other countries."""
        through = Organisation.works_in.through
        through.objects.bulk_create(
            through(organisation_id=organisation.pk, country_id=code)
            for organisation in organisations
            if self.dice.happens(ABROAD)
            for code in self.dice.sample(self.places, self.dice.randint(1, 4))
        )

    def _represent(self, organisations: list[Organisation]) -> None:
        """Every fifth organisation has a head."""
        led = [organisation for organisation in organisations if self.dice.happens(0.2)]
        persons = Person.objects.bulk_create(
            Person(full_name=people.invent(self.dice.choice(["en", "ar", "tr", "fr"]), self.dice)[0])
            for _organisation in led
        )
        Representative.objects.bulk_create(
            Representative(
                organisation=organisation,
                person=person,
                function=RepresentativeFunction.HEAD,
                starts_on=datetime.date(self.dice.randint(2022, 2025), 1, 1),
            )
            for organisation, person in zip(led, persons, strict=True)
        )


def _years() -> range:
    return range(FIRST_YEAR, LAST_YEAR + 1)


def _decision(kind: DecisionKind, year: int, month: int, day: int) -> Decision:
    on = datetime.date(year, month, day)
    return Decision.objects.create(
        kind=kind,
        decided_on=on,
        effective_on=on,
        body=DecisionBody.COUNCIL,
        reasons="Made for a measurement.",
    )


def _names(organisation: Organisation, row: dict) -> Iterator[OrganisationName]:
    """The official name, said to be English where it may be; one translation for each other language."""
    values = [(NameKind.OFFICIAL, row["name"])]
    values += [(NameKind.ACRONYM, value) for value in (row["acronym"] or "").split(";")]
    values += [(NameKind.TRANSLATION, value) for value in (row["other_names"] or "").split(";")]
    seen, spoken = set(), set()
    for kind, value in values:
        cleaned = _cleaned(value)[:300]
        if not cleaned or cleaned in seen:
            continue
        seen.add(cleaned)
        name = OrganisationName(organisation=organisation, kind=kind, value=cleaned)
        name.set_derived()
        if kind != NameKind.ACRONYM:
            name.language = _language(name, row["country_code"])
        if kind == NameKind.TRANSLATION and name.language in spoken:
            name.kind = NameKind.ALIAS
        spoken.add(name.language)
        yield name


def _language(name: OrganisationName, country: str) -> str:
    spoken = get_official_languages(country, de_facto=True)
    if name.script in {"Latn", ""}:
        return "en" if name.kind == NameKind.OFFICIAL else next(iter(spoken), "en")
    if name.script == "Arab" and {*spoken} & {"fa", "ur"}:
        return "fa" if "fa" in spoken else "ur"
    return BY_SCRIPT.get(name.script, next(iter(spoken), ""))


def _cleaned(value: str) -> str:
    """The value as the register would store it; empty if it would refuse it."""
    try:
        return text.normalise(value).strip()
    except text.TextError:
        return ""
