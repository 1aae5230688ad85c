"""What is kept so that searching is quick; all of it can be made anew from the other nouns."""

from __future__ import annotations

import datetime

from django.db import models

FOR_GOOD = datetime.datetime(9999, 1, 1, tzinfo=datetime.UTC)


class Found(models.TextChoices):
    """What a search finds."""

    DRAMA = "d"
    PERSON = "p"


class SearchDocument(models.Model):
    """What can be found of a drama or a person that visitors may read now or at a set time.

    ``rank`` orders by popularity, the best known first, and holds the kind and the id.
    ``names`` and ``cast`` are JSON, as catalog/search/documents.py writes it; ``name_tokens``
    and ``word_tokens`` are what the engine's own index is made of.
    """

    rank = models.BigIntegerField(primary_key=True)
    kind = models.CharField(max_length=1, choices=Found)
    object_id = models.BigIntegerField()
    shown_from = models.DateTimeField()
    shown_until = models.DateTimeField(default=FOR_GOOD)
    year = models.PositiveIntegerField(null=True)
    names = models.TextField()
    cast = models.TextField()
    name_tokens = models.TextField()
    word_tokens = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "object_id"], name="search_document_once")
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.object_id}"


class SearchKey(models.Model):
    """A whole name in one word, by which a document is found at once."""

    key = models.CharField(max_length=250)
    rank = models.BigIntegerField(db_index=True)

    class Meta:
        indexes = [models.Index(fields=["key", "rank"])]

    def __str__(self) -> str:
        return self.key


class SearchTerm(models.Model):
    """A word of a name in Latin letters, to which a misspelt one may be corrected."""

    term = models.CharField(max_length=60, primary_key=True)

    def __str__(self) -> str:
        return self.term


class SearchMark(models.Model):
    """A row that has changed since its document was written; the database's triggers mark it.

    One row may be marked more than once: so nobody who writes waits for another.
    """

    kind = models.CharField(max_length=1, choices=Found)
    object_id = models.BigIntegerField()

    class Meta:
        indexes = [models.Index(fields=["kind", "object_id"])]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.object_id}"
