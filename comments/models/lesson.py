"""What the classifier learnt from editors: counts, and of each reply what it added to them."""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

from django.db import connection, models

from comments.models.reply import Reply

# Units share places when there are more of them: so the table has its largest size from the
# start, and what was learnt can be taken away again exactly.
PLACES = 2**18
TEXTS, UNITS = PLACES, PLACES + 1
ADD = """
    INSERT INTO comments_learnt (place, spam, genuine) VALUES (%s, %s, %s)
    ON CONFLICT (place) DO UPDATE SET spam = comments_learnt.spam + excluded.spam,
    genuine = comments_learnt.genuine + excluded.genuine
"""


@lru_cache(maxsize=50_000)
def place_of(unit: str) -> int:
    digest = hashlib.blake2b(unit.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest) % PLACES


class LearntQuerySet(models.QuerySet["Learnt"]):
    def seen(self, places: Collection[int]) -> dict[int, tuple[int, int]]:
        """(spam, genuine) of those that are known. One query, past the ORM: twice as quick."""
        marks = ", ".join(["%s"] * len(places))
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT place, spam, genuine FROM comments_learnt WHERE place IN ({marks})",  # noqa: S608
                list(places),
            )
            return {place: (spam, genuine) for place, spam, genuine in cursor.fetchall()}

    def add(self, places: Sequence[int], *, spam: int = 0, genuine: int = 0) -> None:
        """One text more, or less. In the order of places: no two editors wait for each other."""
        rows = [(place, spam, genuine) for place in sorted(places)]
        number = len(places)
        rows += [(TEXTS, spam, genuine), (UNITS, spam * number, genuine * number)]
        with connection.cursor() as cursor:
            cursor.executemany(ADD, rows)


class Learnt(models.Model):
    """How many texts of each kind held a unit of this place; no unit can be read from it."""

    place = models.PositiveIntegerField(primary_key=True)
    spam = models.IntegerField(default=0)
    genuine = models.IntegerField(default=0)

    objects = LearntQuerySet.as_manager()

    class Meta:
        verbose_name = "learnt"
        verbose_name_plural = "learnt"

    def __str__(self) -> str:
        return f"{self.place}: {self.spam}/{self.genuine}"


class Lesson(models.Model):
    """One reply on which an editor decided; ``places`` are 32-bit numbers, as they were counted."""

    reply = models.OneToOneField(Reply, models.CASCADE, related_name="lesson")
    is_spam = models.BooleanField()
    places = models.BinaryField()

    class Meta:
        verbose_name = "lesson"
        verbose_name_plural = "lessons"

    def __str__(self) -> str:
        return f"{self.reply_id}: {'spam' if self.is_spam else 'genuine'}"

    @classmethod
    def of(cls, reply: Reply, units: Iterable[str], *, is_spam: bool) -> Lesson:
        places = array("I", sorted(set(map(place_of, units))))
        return cls(reply=reply, is_spam=is_spam, places=places.tobytes())

    def learn(self) -> None:
        self.save()
        self._add(1)

    def forget(self) -> None:
        self.delete()
        self._add(-1)

    def _add(self, number: int) -> None:
        places = array("I", bytes(self.places))
        Learnt.objects.add(places, **{"spam" if self.is_spam else "genuine": number})
