"""The reference's facts, and how a table of cases alters them."""

import datetime
from dataclasses import replace
from decimal import Decimal

from catalog.models.dates import PartialDate
from catalog.prose import Facts, Figures

TODAY = datetime.date(2026, 6, 15)
FIGURES = Figures("MyDramaList", Decimal("8.0"), watchers=5920, popularity=3150, rank=2252)
CAST = (
    "Erika Sawajiri",
    "Hiroko Yakushimaru",
    "Ryo Nishikido",
    "Riko Narumi",
    "Yuma Sanada",
    "Ai Miyoshi",
    "Momosuke Mizutani",
    "Ryô Hashizume",
    "Naohito Fujiki",
    "Takanori Jinnai",
)
REFERENCE = Facts(
    title="1 Litre of Tears",
    native_title="1リットルの涙",
    kind="series",
    status="ended",
    released=PartialDate.parse("2005-10-11"),
    ended=PartialDate.parse("2005-12-20"),
    countries=(("JP", "Japan"),),
    networks=("Fuji TV",),
    genres=("Drama", "Melodrama"),
    season_count=1,
    episode_count=11,
    runtime=98,
    figures=FIGURES,
    cast=CAST,
    today=TODAY,
)
# The same drama, of which no listing says that it is praised.
PLAIN = replace(REFERENCE, figures=replace(FIGURES, rating=Decimal("6.8")))
UPCOMING = replace(
    PLAIN, status="upcoming", released=PartialDate.parse("2027"), ended=None, figures=None
)


def reference(**changes):
    return replace(REFERENCE, **changes)


def plain(**changes):
    return replace(PLAIN, **changes)


def upcoming(**changes):
    return replace(UPCOMING, **changes)
