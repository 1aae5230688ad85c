"""The people whom other dramas share with one, in one query."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.db.models import F, Q, QuerySet

from catalog.models import Credit, Drama, Role

PLAYERS = (Role.MAIN, Role.SUPPORT, Role.HOST, Role.REGULAR)
LEADS = (Role.MAIN, Role.HOST)
MAKERS = (Role.DIRECTOR, Role.SCREENWRITER)
LEAD, PLAYER, MAKER = 2.9, 1.75, 1.4
# Of people with thousands of credits not all are looked at.
MOST_CREDITS = 2_000


@dataclass(slots=True)
class Colleagues:
    """Whom another drama shares with this one; ``players`` in the order of this one's cast."""

    weight: float = 0.0
    players: list[str] = field(default_factory=list)
    director: str = ""
    screenwriter: str = ""


def colleagues_of(drama: Drama) -> dict[int, Colleagues]:
    """By the id of the other drama, published or not; each person counts once."""
    found: dict[int, Colleagues] = {}
    seen = set()
    for other, person, name, role, own_role in _shared_credits(drama):
        if (other, person) not in seen:
            seen.add((other, person))
            _note(found.setdefault(other, Colleagues()), name, role, own_role)
    return found


def _shared_credits(drama: Drama) -> QuerySet[Credit, tuple]:
    both_play = Q(role__in=PLAYERS, person__credits__role__in=PLAYERS)
    both_make = Q(role__in=MAKERS, person__credits__role=F("role"))
    shared = (
        Credit.objects.filter(both_play | both_make, person__credits__drama=drama)
        .exclude(drama=drama)
        .order_by("person__credits__order", "person__credits__pk")
    )
    columns = ("drama", "person", "person__name", "role", "person__credits__role")
    return shared.values_list(*columns)[:MOST_CREDITS]


def _note(colleagues: Colleagues, name: str, role: str, own_role: str) -> None:
    if role in PLAYERS:
        is_lead = role in LEADS and own_role in LEADS
        colleagues.weight += LEAD if is_lead else PLAYER
        colleagues.players.append(name)
        return
    colleagues.weight += MAKER
    if role == Role.DIRECTOR:
        colleagues.director = colleagues.director or name
    else:
        colleagues.screenwriter = colleagues.screenwriter or name
