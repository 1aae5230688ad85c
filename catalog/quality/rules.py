"""All rules by their names."""

from __future__ import annotations

from catalog.quality import (
    cast,
    dates,
    episodes,
    figures,
    labels,
    links,
    people,
    pictures,
    redirects,
    romanisation,
    runtimes,
    scripts,
    sources,
    texts,
    twins,
)
from catalog.quality.rule import Described, Rule

OF_A_DRAMA: tuple[Rule, ...] = (
    *dates.RULES,
    *episodes.RULES,
    *runtimes.RULES,
    *texts.RULES,
    *scripts.RULES,
    *romanisation.RULES,
    *cast.RULES,
    *figures.RULES,
    *sources.RULES,
    *pictures.RULES,
    *links.RULES,
    *labels.RULES,
)
OVER_ALL: tuple[Described, ...] = (twins.SAME_SYNOPSIS, people.ALIKE, redirects.NOWHERE)
RULES: dict[str, Rule | Described] = {
    **{rule.name: rule for rule in OF_A_DRAMA},
    **{rule.name: rule for rule in OVER_ALL},
}
