"""Every list of choices, with the field's standard terms."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Audience(TextChoices):
    """Who may read a contact or a name. Whole persons at risk are sealed instead (see `Person`)."""

    PUBLIC = "public", _("Everybody")
    SECRETARIAT = "secretariat", _("The secretariat only")


class OrganisationKind(TextChoices):
    ASSOCIATION = "association", _("Association")
    FOUNDATION = "foundation", _("Foundation")
    NETWORK = "network", _("Network or federation")
    NATIONAL_SOCIETY = "national_society", _("National society")
    COOPERATIVE = "cooperative", _("Cooperative")
    COMPANY = "company", _("Non-profit company")
    RELIGIOUS = "religious", _("Faith-based body")
    INSTITUTE = "institute", _("Research or training institute")
    OTHER = "other", pgettext_lazy("kind of organisation", "Other")


class NameKind(TextChoices):
    OFFICIAL = "official", _("Official name")
    TRANSLATION = "translation", _("Translation")
    ACRONYM = "acronym", _("Acronym")
    FORMER = "former", _("Former name")
    ALIAS = "alias", _("Other name")
    ROMANISED = "romanised", _("Romanised name")


class DecisionKind(TextChoices):
    ADMISSION = "admission", _("Admission")
    READMISSION = "readmission", _("Readmission")
    CLASS_CHANGE = "class_change", _("Change of class")
    SUSPENSION = "suspension", _("Suspension")
    REINSTATEMENT = "reinstatement", _("Reinstatement")
    ENDING = "ending", _("End of membership")
    RECORDED = "recorded", _("Recorded from an earlier list")
    ADOPTION = "adoption", _("Adoption of a text")


class DecisionBody(TextChoices):
    ASSEMBLY = "assembly", _("General Assembly")
    COUNCIL = "council", _("Council")
    BOARD = "board", _("Board")
    SECRETARIAT = "secretariat", _("Secretariat")
    MEMBER = "member", _("The member itself")


class HowEnded(TextChoices):
    """How a membership ended (docs/domain.md: resignation, withdrawal by the body, lapse, expulsion …)."""

    RESIGNED = "resigned", _("Resigned")
    WITHDRAWN = "withdrawn", _("Withdrawn by decision")
    LAPSED = "lapsed", _("Lapsed")
    EXPELLED = "expelled", _("Expelled")
    DISSOLVED = "dissolved", _("Organisation dissolved")
    MERGED = "merged", _("Merged into another organisation")
    CLASS_CHANGED = "class_changed", _("Continued in another class")


class MembershipStatus(TextChoices):
    """The answer to "what is it on this date?". Computed, never stored."""

    MEMBER = "member", _("Member")
    SUSPENDED = "suspended", _("Membership suspended")
    FORMER = "former", _("Former member")
    NONE = "none", _("Not a member")


class RepresentativeFunction(TextChoices):
    HEAD = "head", _("Head of the organisation")
    DELEGATE = "delegate", _("Delegate to the union")
    CONTACT = "contact", _("Contact person")
    TREASURER = "treasurer", _("Treasurer")
    SECRETARY = "secretary", _("Secretary")


class RepresentativeRank(TextChoices):
    PRINCIPAL = "principal", _("Principal")
    ALTERNATE = "alternate", _("Alternate")


class Appointment(TextChoices):
    ELECTED = "elected", _("Elected")
    APPOINTED = "appointed", _("Appointed by the organisation")
    EX_OFFICIO = "ex_officio", _("By virtue of office")
    UNKNOWN = "unknown", _("Not recorded")


class DocumentKind(TextChoices):
    STATUTE = "statute", _("Statute")
    REGISTRATION = "registration", _("Proof of registration")
    APPOINTMENT = "appointment", _("Letter of appointment")
    MINUTES = "minutes", _("Minutes")
    REPORT = "report", _("Activity report")
    ACCOUNTS = "accounts", _("Accounts")
    LETTER = "letter", _("Letter")
    OTHER = "other", pgettext_lazy("kind of document", "Other")


class PageKind(TextChoices):
    ABOUT = "about", _("About the union")
    STATUTE = "statute", _("Statute")
    RULES = "rules", _("Rules")
    CHECKS = "checks", _("How we check entries")


class ObjectiveKind(TextChoices):
    OBJECTIVE = "objective", _("Objective")
    STRATEGY = "strategy", _("Strategy")


class ImportOutcome(TextChoices):
    """What becomes of one row; the five are disjoint."""

    NEW = "new", _("New")
    CHANGED = "changed", _("Changed")
    SAME = "same", _("Same")
    UNSURE = "unsure", _("Unsure")
    PROBLEM = "problem", _("Problem")


class SearchMatch(TextChoices):
    """In what way a search found a name. Beside it the kind of the name says which name it was."""

    NUMBER = "number", _("by its number")
    EXACT = "exact", _("exactly this name")
    BEGINNING = "beginning", _("a name that begins so")
    WORDS = "words", _("all words found")
    SPELLING = "spelling", _("spelt nearly so")
    SOUND = "sound", _("sounds so in another script")
