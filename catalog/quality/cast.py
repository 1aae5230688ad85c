"""People who are credited twice, play themselves, or were not born yet."""

from __future__ import annotations

from collections import defaultdict

from django.utils.translation import gettext_lazy as _

from catalog.models import Kind, Role
from catalog.quality.facts import CreditFacts, DramaFacts
from catalog.quality.rule import Found, error, hint
from catalog.quality.surroundings import Surroundings
from catalog.quality.texts import plain

THEMSELVES = (Role.GUEST, Role.CAMEO, Role.HOST, Role.REGULAR)
FEWEST_NAMELESS = 5


def credited_twice(drama: DramaFacts, around: Surroundings) -> Found | None:
    """In two roles as the same character: who plays two characters is credited twice."""
    seen: defaultdict[int, list[CreditFacts]] = defaultdict(list)
    for credit in drama.cast:
        seen[credit.person].append(credit)
    for credits in seen.values():
        characters = [plain(credit.character) for credit in credits]
        if len(credits) > 1 and len(set(characters) - {""}) < len(characters):
            return {"name": credits[0].name, "roles": sorted(each.role for each in credits)}
    return None


def namesakes(drama: DramaFacts, around: Surroundings) -> Found | None:
    """Two people of one name in one cast are nearly always one person, taken in twice."""
    seen: dict[str, CreditFacts] = {}
    for credit in drama.cast:
        other = seen.setdefault(plain(credit.name), credit)
        if other.person != credit.person:
            return {"name": credit.name, "people": sorted((other.person, credit.person))}
    return None


def plays_themselves(drama: DramaFacts, around: Surroundings) -> Found | None:
    if drama.kind == Kind.SHOW:
        return None
    names = [
        credit.name
        for credit in drama.cast
        if credit.role not in THEMSELVES and plain(credit.name) == plain(credit.character)
    ]
    return {"names": names} if names else None


def nameless(drama: DramaFacts, around: Surroundings) -> Found | None:
    if len(drama.cast) < FEWEST_NAMELESS or drama.kind == Kind.SHOW:
        return None
    is_nameless = not any(credit.character for credit in drama.cast)
    return {"people": len(drama.cast)} if is_nameless else None


def not_born_yet(drama: DramaFacts, around: Surroundings) -> Found | None:
    ended = drama.ended or drama.released
    for credit in drama.credits:
        if ended and credit.born_on and credit.born_on > ended.last_day:
            return {"name": credit.name, "born": str(credit.born_on)}
    return None


RULES = (
    error(
        "credited-twice",
        _("%(name)s is in the cast twice as the same character."),
        "credits-group",
        credited_twice,
    ),
    error(
        "namesakes-in-one-cast",
        _("Two people called %(name)s are in its cast: are they one?"),
        "credits-group",
        namesakes,
    ),
    hint(
        "character-is-the-actor",
        _("The character has the actor’s name: %(names)s."),
        "credits-group",
        plays_themselves,
    ),
    hint(
        "cast-without-characters",
        _("Of %(people)s people in the cast, no character is named."),
        "credits-group",
        nameless,
    ),
    error(
        "not-born-yet",
        _("%(name)s was born on %(born)s, after it ended."),
        "credits-group",
        not_born_yet,
    ),
)
