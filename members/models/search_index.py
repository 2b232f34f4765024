"""What search looks things up in: the words of all names, and which name holds which word.

Derived data: `members.search.index` writes it, `manage.py reindex_search` makes it anew, and nothing
but search reads it.
"""

from django.db import models


class SearchWord(models.Model):
    """A word that some name holds or held, with its consonant skeleton.

    `frequency` counts the publicly listed names that hold the word, as of the last
    `index.refresh`; 0 for a word that came later. It never counts a name the public may not see,
    because weights and suggestions are made from it. `text` is deliberately not unique: two
    transactions that meet the same new word must not wait for one another, and a word that is
    there twice does no harm until the next refresh removes it.
    """

    text = models.CharField(max_length=60)
    skeleton = models.CharField(max_length=120, blank=True)
    frequency = models.PositiveIntegerField(default=0)

    class Meta:
        indexes = [
            models.Index(fields=["text"], name="search_word_text", opclasses=["varchar_pattern_ops"]),
            models.Index(fields=["skeleton"], name="search_word_skeleton", opclasses=["varchar_pattern_ops"]),
        ]

    class Disclosure:
        internal = ["id", "text", "skeleton", "frequency"]

    def __str__(self):
        return self.text


class SearchPosting(models.Model):
    """One word in one name. `size` is how many different words that name has: short names come first.

    The organisation is repeated from the name so that a restriction applies without a join.
    """

    word = models.CharField(max_length=60)
    size = models.PositiveSmallIntegerField()
    organisation = models.ForeignKey("members.Organisation", models.CASCADE, related_name="+", db_index=False)
    name = models.ForeignKey("members.OrganisationName", models.CASCADE, related_name="+")

    class Meta:
        indexes = [
            models.Index(
                fields=["word", "size", "organisation", "name"],
                name="search_posting_word",
                opclasses=["varchar_pattern_ops", "int2_ops", "int8_ops", "int8_ops"],
            ),
        ]

    class Disclosure:
        internal = ["id", "word", "size", "organisation", "name"]

    def __str__(self):
        return self.word
