"""The model that comes with the site: counts over the texts of the corpus.

After a change of the corpus, of the units or of the signs, write it anew:
``python manage.py shell -c "from comments.spam.bayes.shipped import write; write()"``.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

from comments.spam.bayes.corpus import texts
from comments.spam.bayes.counts import Counts
from comments.spam.bayes.units import units
from comments.spam.signs import signs

PATH = Path(__file__).resolve().parent / "shipped.tsv"
# No word begins so.
TEXTS, UNITS = "~texts", "~units"
# What was seen less often says little; parts of words are many.
LEAST, LEAST_OF_PARTS = 2, 4


@cache
def shipped() -> Counts:
    rows = {
        unit: (int(spam), int(genuine))
        for line in PATH.read_text(encoding="utf-8").splitlines()
        for unit, spam, genuine in [line.split("\t")]
    }
    return Counts(rows.pop(TEXTS), rows.pop(UNITS), rows)


def counted() -> str:
    """The whole file."""
    spam, genuine = _counter("spam"), _counter("genuine")
    kept = [unit for unit, number in (spam + genuine).items() if number >= _least(unit)]
    return "".join(f"{unit}\t{spam[unit]}\t{genuine[unit]}\n" for unit in sorted(kept))


def _counter(kind: str) -> Counter[str]:
    counter = Counter[str]()
    for text in texts(kind):
        found = units(text, signs=signs(text)).all()
        counter.update(found)
        counter[TEXTS] += 1
        counter[UNITS] += len(found)
    return counter


def _least(unit: str) -> int:
    return LEAST_OF_PARTS if unit.startswith("#") else LEAST


def write() -> None:
    PATH.write_text(counted(), encoding="utf-8")
