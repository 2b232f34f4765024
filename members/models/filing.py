"""In what order lists stand: each organisation's place among the titles of each language.

Derived data: `members.search.filing` writes it in the transaction in which names change, and
`manage.py reindex_search` makes it anew.
"""

from django.db import models


class Filing(models.Model):
    """What an organisation is filed under in one of the site's languages: the key of the title that readers
    of that language see (`members.collation`). The older entry comes first where two titles are the same."""

    organisation = models.ForeignKey("members.Organisation", models.CASCADE, related_name="+", db_index=False)
    language = models.CharField(max_length=12)
    key = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "language"], name="filing_once_a_language")
        ]
        indexes = [models.Index(fields=["language", "key", "organisation"], name="filing_in_order")]

    class Disclosure:
        internal = ["id", "organisation", "language", "key"]

    def __str__(self):
        return f"{self.organisation_id} {self.language}"
