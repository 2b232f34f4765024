"""Addresses to ask for, so many and so different that no answer comes from one warm place."""

import random
from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from members.models import Country, FocusArea, MembershipClass, Organisation, OrganisationName

SEED = 2001
SAMPLE = 200
LANGUAGES = ("en", "ar")


class Paths:
    """By page: lists of paths, mixed always in the same way."""

    def __init__(self):
        self.dice = random.Random(SEED)
        members = list(Organisation.objects.listed().members_on().order_by("pk").values_list("pk", flat=True))
        self.last_page = max(1, len(members) // settings.DIRECTORY_PAGE_SIZE)
        chosen = self.dice.sample(members, min(SAMPLE, len(members)))
        self.members = list(Organisation.objects.filter(pk__in=chosen).with_names().order_by("pk"))
        self.countries = list(Country.objects.filter(organisations__in=chosen).distinct())
        self.areas = list(FocusArea.objects.values_list("slug", flat=True))
        self.classes = list(MembershipClass.objects.values_list("slug", flat=True))
        self.names = list(
            OrganisationName.objects.filter(organisation__in=chosen)
            .order_by("pk")
            .values_list("value", flat=True)
        )

    def all(self) -> dict[str, list[str]]:
        starts = self.dice.choices("abcdefghijklmnoprstw", k=SAMPLE)
        return {
            "bare": [f"/bare/?from={start}" for start in starts],
            "bare25": [
                f"/bare25/?from={start}{end}" for start, end in zip(starts, starts[::-1], strict=True)
            ],
            "home": [self._reverse("home", language=code) for code, _name in settings.LANGUAGES],
            "list": [self._list(page=self.dice.randint(1, self.last_page)) for _turn in range(SAMPLE)],
            "filtered": [self._list(**self._ticks()) for _turn in range(SAMPLE)],
            "search": [
                self._list(q=self._typed(name))
                for name in self.dice.sample(self.names, min(SAMPLE, len(self.names)))
            ],
            "profile": [self._url(organisation) for organisation in self.members],
            "country": [self._url(country) for country in self.countries],
            "countries": [self._reverse("countries", language=code) for code, _name in settings.LANGUAGES],
        }

    def _reverse(self, name: str, language: str) -> str:
        with override(language):
            return reverse(f"members:{name}")

    def _url(self, row) -> str:
        with override(self.dice.choice(LANGUAGES)):
            return row.get_absolute_url()

    def _list(self, **parameters) -> str:
        return f"{self._reverse('directory', self.dice.choice(LANGUAGES))}?{urlencode(parameters)}"

    def _ticks(self) -> dict[str, str]:
        country = self.dice.choice(self.countries)
        area, membership_class = self.dice.choice(self.areas), self.dice.choice(self.classes)
        return self.dice.choice(
            [
                {"country": country.pk},
                {"focus": area},
                {"class": membership_class},
                {"region": country.subregion},
                {"focus": area, "region": country.region},
                {"focus": area, "country": country.pk},
                {"class": membership_class, "region": country.subregion, "sort": "new"},
                {"works_in": country.pk, "focus": area},
                {"since": f"{self.dice.choice((2005, 2010, 2015))}-{2019}", "region": country.region},
                {"name_lang": self.dice.choice(("ar", "fr", "es")), "class": membership_class},
            ]
        )

    def _typed(self, name: str) -> str:
        """What somebody types: the whole name, two words of it, a beginning, or a slip."""
        words = name.split()
        at = self.dice.randrange(len(name))
        return (
            self.dice.choice(
                [
                    name,
                    " ".join(self.dice.sample(words, min(2, len(words)))),
                    name[:5],
                    name[:at] + name[at + 1 :],
                ]
            )[:200]
            or name[:200]
        )
