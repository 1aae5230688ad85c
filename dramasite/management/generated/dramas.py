"""One drama, and what stands on its page."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from decimal import Decimal

from django.db import models

from catalog.models import (
    AlternativeTitle,
    Drama,
    DramaTag,
    ExternalId,
    Kind,
    ListingFigures,
    Publication,
    Relation,
    RelationKind,
    Source,
    Status,
)
from catalog.models.dates import Precision
from catalog.slugs import slug_of
from dramasite.management.generated.dice import Dice, Urn
from dramasite.management.generated.labels import LAND, Labels, Land
from dramasite.management.generated.names import Name, name
from dramasite.management.generated.plan import Plan
from dramasite.management.generated.stories import synopsis
from dramasite.management.generated.titles import Title, title

KINDS = Urn({Kind.SERIES: 880, Kind.SPECIAL: 45, Kind.FILM: 30, Kind.SHOW: 45})
RATINGS = Urn(
    {
        "15+ - Teens 15 or older": 1145,
        "": 1113,
        "13+ - Teens 13 or older": 665,
        "G - All Ages": 219,
        "18+ Restricted (violence & profanity)": 188,
        "R - Restricted Screening (nudity & violence)": 7,
    }
)
# Years before today
AGES = (-0.2, 0.5, 1.5, 2.5, 3.5, 4.5, 6, 8, 11, 15, 31)
EPISODES = (3, 8, 10, 12, 12, 16, 16, 20, 40)
RUNTIMES = (5, 24, 40, 45, 45, 60, 65, 70, 110)
TRANSLATIONS = ("en", "zh-Hans", "zh-Hant", "ko", "ja", "th", "tl")
RELATIONS = (RelationKind.SEQUEL, RelationKind.REMAKE, RelationKind.SPECIAL, RelationKind.PREQUEL)


def drama_of(plan: Plan, number: int, pk: int) -> tuple[Drama, Land, list[Name], Title]:
    """The drama with its country, the names of its characters, and what its title says."""
    dice = plan.dice("drama", number)
    land = LAND.draw(dice)
    characters = [name(dice, land.words) for _ in range(dice.whole(3, 5, 6, 8, 10, 14))]
    titled = title(dice, characters[0])
    shown = titled.said("en") if dice.chance(0.6) else titled.romanised(land.words)
    drama = Drama(
        pk=pk,
        title=shown,
        native_title=titled.native(land.words),
        original_language=land.tag,
        slug=f"{slug_of(shown, 'drama')}-{pk}",
        kind=KINDS.draw(dice),
        content_rating=RATINGS.draw(dice),
        runtime=dice.whole(*RUNTIMES),
        synopsis=synopsis(dice, characters[:2]),
        publication=Publication.DRAFT if dice.chance(0.01) else Publication.PUBLISHED,
        publish_at=datetime.datetime.combine(plan.today, datetime.time(), datetime.UTC),
    )
    _count_episodes(dice, drama)
    _date(dice, drama, plan.today)
    return drama, land, characters, titled


def _count_episodes(dice: Dice, drama: Drama) -> None:
    drama.episode_count = dice.whole(*EPISODES)
    if drama.kind in (Kind.SPECIAL, Kind.FILM):
        drama.episode_count = dice.choice((1, 1, 2))
    elif dice.chance(0.004):
        drama.episode_count = dice.randint(50, 775)
    drama.season_count = 1 if drama.episode_count < 8 or dice.chance(0.93) else 2


def _date(dice: Dice, drama: Drama, today: datetime.date) -> None:
    assert drama.episode_count is not None  # noqa: S101 (set above)
    age = datetime.timedelta(days=dice.whole(*(years * 365 for years in AGES)))
    drama.released_on, drama.released_precision = today - age, Precision.DAY
    drama.ended_on = drama.released_on + datetime.timedelta(days=(drama.episode_count - 1) * 4)
    drama.ended_precision = Precision.DAY
    if drama.released_on > today:
        drama.status = Status.UPCOMING
    else:
        drama.status = Status.ENDED if drama.ended_on < today else Status.AIRING


def what_belongs(
    plan: Plan, number: int, drama: Drama, land: Land, titled: Title, labels: Labels
) -> Iterator[models.Model]:
    """Labels, alternative titles, figures, and now and then a relation to the one before."""
    dice = plan.dice("labels", number)
    yield Drama.countries.through(drama=drama, country_id=land.code)
    for genre in labels.genres.draw_few(dice, dice.whole(1, 2, 3, 3, 4, 5)):
        yield Drama.genres.through(drama=drama, genre_id=genre)
    tags = labels.tags
    for place in dice.skewed_few(len(tags), dice.whole(5, 10, 10, 10, 12)):
        yield DramaTag(drama=drama, tag_id=tags[place], is_spoiler=dice.chance(0.03))
    networks = labels.networks[land.code]
    for place in dice.skewed_few(len(networks), dice.choice((0, 1, 1, 1, 1, 1, 2))):
        yield Drama.networks.through(drama=drama, network_id=networks[place])
    for form in dice.sample(TRANSLATIONS, dice.whole(0, 2, 4, 5, 7)):
        language = "fil" if form == "tl" else form
        yield AlternativeTitle(drama=drama, title=titled.said(form), language=language)
    yield _figures(dice, drama, plan, plan.place(number))
    yield ExternalId(source=Source.DEMO, value=f"generated-{drama.pk}", drama=drama)
    if number and dice.chance(0.1):
        yield Relation(drama=drama, other_id=drama.pk - 1, kind=dice.choice(RELATIONS))


def _figures(dice: Dice, drama: Drama, plan: Plan, place: int) -> ListingFigures:
    watchers = 300_000 * 70 // (70 + place)
    votes = round(watchers * dice.uniform(0.2, 0.5))
    rating = Decimal(str(round(min(9.6, max(1.0, dice.gauss(7.6, 0.8))), 1)))
    return ListingFigures(
        drama=drama,
        source=Source.MYDRAMALIST,
        rating=rating if votes > 40 else None,
        votes=votes,
        rank=dice.randint(1, plan.dramas),
        popularity=place + 1,
        watchers=watchers,
        as_of=plan.today,
    )
