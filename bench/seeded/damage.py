"""Ways in which the facts of a catalogue go wrong, for bench/quality.py."""

from __future__ import annotations

import datetime
import random
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

from django.db.models import Count
from django.utils import timezone

from catalog import models
from catalog.models import Credit, Drama, Episode, Person, Season

Damage = Callable[[Any, random.Random], Any]
DAY = datetime.timedelta(days=1)


def list_episodes(dice: random.Random) -> None:
    """Sound listings for a fifth of the series: one season, weekly, within the run."""
    sound = Drama.objects.filter(
        status="ended", kind="series", episode_count__range=(3, 40), runtime__gt=5,
        released_precision="day", ended_precision="day",
    )  # fmt: skip
    chosen = dice.sample(list(sound), len(sound) // 5)
    seasons = [Season(drama=drama, number=1) for drama in chosen]
    Season.objects.bulk_create(seasons)
    Episode.objects.bulk_create(
        episode for season in seasons for episode in _weekly(season, season.drama, dice)
    )
    Drama.objects.filter(pk__in=[drama.pk for drama in chosen]).update(season_count=1)


def _weekly(season: Season, drama: Any, dice: random.Random) -> Iterator[Episode]:
    days = (drama.ended_on - drama.released_on).days
    for n in range(drama.episode_count):
        yield Episode(
            season=season,
            number=n + 1,
            air_date=drama.released_on + DAY * (days * n // drama.episode_count),
            runtime=drama.runtime + dice.choice((-1, 0, 0, 1)),
        )


def damage(dice: random.Random, share: float) -> dict[str, set[int]]:
    """What was damaged, by the rule that should say so: ids of dramas, people, redirects."""
    number = round(Drama.objects.count() * share)
    free = set(Drama.objects.values_list("pk", flat=True))
    done: dict[str, set[int]] = {}
    for name, (where, harm) in DAMAGES.items():
        fit = [drama for drama in where() if drama.pk in free]
        chosen = dice.sample(fit, min(number, len(fit)))
        free -= {drama.pk for drama in chosen}
        done[name] = set()
        for drama in chosen:
            target = harm(drama, dice)
            done[name] |= target if isinstance(target, set) else {drama.pk}
    return done


def _ended() -> Any:
    return Drama.objects.filter(status="ended", released_precision="day", ended_precision="day")


def _series() -> Any:
    return _ended().filter(kind="series", episode_count__gt=2, runtime__gt=5)


def _told() -> Any:
    return Drama.objects.exclude(synopsis="").filter(summary="", about="")


def _of(code: str) -> Any:
    only = Drama.objects.annotate(n=Count("countries")).filter(n=1, countries=code)
    return only.exclude(native_title="")


def _listed() -> Any:
    return Drama.objects.filter(seasons__episodes__number=3).distinct()


def _rated() -> Any:
    return Drama.objects.filter(figures__votes__gt=0).distinct()


def _cast() -> Any:
    return Drama.objects.filter(credits__role="main", kind="series").distinct()


def _set(**values: Any) -> Damage:
    def harm(drama: Any, dice: random.Random) -> None:
        told = {
            key: value(drama, dice) if callable(value) else value for key, value in values.items()
        }
        Drama.objects.filter(pk=drama.pk).update(**told)

    return harm


def _figures(**values: Any) -> Damage:
    def harm(drama: Any, dice: random.Random) -> None:
        drama.figures.update(**values)

    return harm


def _later(years: int) -> Any:
    return lambda drama, dice: drama.ended_on + DAY * (365 * years + dice.randrange(90))


def _episode(number: int, **values: Any) -> Damage:
    def harm(drama: Any, dice: random.Random) -> None:
        Episode.objects.filter(season__drama=drama, number=number).update(**values)

    return harm


def _drop_episode(drama: Any, dice: random.Random) -> None:
    last: Any = Episode.objects.filter(season__drama=drama).order_by("-number").first()
    last.delete()


def _hole(drama: Any, dice: random.Random) -> None:
    Episode.objects.filter(season__drama=drama, number=2).delete()


def _swap_dates(drama: Any, dice: random.Random) -> None:
    first, second = Episode.objects.filter(season__drama=drama).order_by("number")[1:3]
    day = drama.ended_on - DAY
    Episode.objects.filter(pk=first.pk).update(air_date=day + DAY)
    Episode.objects.filter(pk=second.pk).update(air_date=drama.released_on)


def _one_more_season(drama: Any, dice: random.Random) -> None:
    drama.seasons.create(number=2)


def _copy_of_another(drama: Any, dice: random.Random) -> set[int]:
    other = _told().exclude(pk=drama.pk).order_by("pk")[dice.randrange(1000)]
    Drama.objects.filter(pk=drama.pk).update(synopsis=f"{other.synopsis}\n")
    return {drama.pk, other.pk}


def _garbled(drama: Any, dice: random.Random) -> None:
    title = drama.native_title.encode().decode("cp1252", "replace")
    Drama.objects.filter(pk=drama.pk).update(native_title=title[:200])


def _twice_in_the_cast(drama: Any, dice: random.Random) -> None:
    credit = drama.credits.filter(role="main").first()
    drama.credits.create(person=credit.person, character=credit.character, role="cameo")


def _namesake(drama: Any, dice: random.Random) -> None:
    credit = drama.credits.filter(role="main").first()
    drama.credits.create(person=_person(credit.person.name), role="support", character="")


def _person(name: str) -> Person:
    return Person.objects.create(name=name, slug=f"seeded-{Person.objects.count()}")


def _one_letter_apart(drama: Any, dice: random.Random) -> set[int]:
    person = drama.credits.filter(role="main").first().person
    place = dice.randrange(1, len(person.name))
    other = _person(person.name[:place] + person.name[place + 1 :])
    for credit in person.credits.all():
        Credit.objects.get_or_create(drama_id=credit.drama_id, person=other, role="support")
    return {person.pk, other.pk}


def _romanised_otherwise(drama: Any, dice: random.Random) -> None:
    for n, name in enumerate(("Ryota Aoi", "Ryôta Midori")):
        drama.credits.create(person=_person(name), role="support", character=f"Seeded {n}")


def _born_later(drama: Any, dice: random.Random) -> None:
    person = _person(f"Seeded {drama.pk}")
    Person.objects.filter(pk=person.pk).update(
        born_on=drama.ended_on + DAY * 400, born_precision="day"
    )
    drama.credits.create(person=person, role="support")


def _plays_itself(drama: Any, dice: random.Random) -> None:
    credit = drama.credits.filter(role="main").first()
    credit.character = credit.person.name
    credit.save()


def _link(url: str, times: int = 1) -> Damage:
    def harm(drama: Any, dice: random.Random) -> None:
        for kind in ("watch", "official")[:times]:
            models.Link.objects.create(drama=drama, kind=kind, url=url)

    return harm


def _genre_as_tag(drama: Any, dice: random.Random) -> None:
    name = drama.genres.first().name
    tag = models.Tag.objects.filter(name__iexact=name).first()
    tag = tag or models.Tag.objects.create(name=name.lower(), slug=f"seeded-{name.lower()}")
    models.DramaTag.objects.get_or_create(drama=drama, tag=tag)


def _hidden_relation(drama: Any, dice: random.Random) -> None:
    draft = Drama.objects.create(title=f"Draft {drama.pk}", slug=f"seeded-{drama.pk}")
    models.Relation.objects.create(drama=drama, other=draft, kind="remake")


def _both_sequels(drama: Any, dice: random.Random) -> set[int]:
    relation = drama.relations.filter(kind="sequel").first()
    models.Relation.objects.get_or_create(drama=relation.other, other=drama, kind="sequel")
    return {drama.pk, relation.other_id}


def _dead_redirect(drama: Any, dice: random.Random) -> set[int]:
    places = (f"/dramas/{drama.slug}-gone/", "/watch/online/", f"/people/nobody-{drama.pk}/")
    row = models.Redirect.objects.create(old=f"/seeded/{drama.pk}", address=dice.choice(places))
    return {row.pk}


def _claims(field: str, value: Callable[[Any], Any]) -> Damage:
    def harm(drama: Any, dice: random.Random) -> None:
        row: Any = drama.external_ids.get(source="mydramalist")
        row.claims = (row.claims or {}) | {field: {"value": value(drama), "at": ""}}
        row.save()

    return harm


def _bare_picture(drama: Any, dice: random.Random) -> None:
    picture = models.Picture.objects.create(width=2, height=3, colour="#000000", alt=" ")
    models.GalleryImage.objects.create(drama=drama, picture=picture)


def _poster_lies(drama: Any, dice: random.Random) -> None:
    picture = models.Picture.objects.create(width=3, height=2, colour="#000000", alt="Seeded")
    Drama.objects.filter(pk=drama.pk).update(poster=picture)


TODAY = timezone.localdate()
DAMAGES: dict[str, tuple[Callable[[], Any], Damage]] = {
    # What is rare goes first, so that enough is left of it.
    "sequel-of-each-other": (
        lambda: Drama.objects.filter(relations__kind="sequel").distinct(),
        _both_sequels,
    ),
    "episodes-disagree": (_listed, _drop_episode),
    "seasons-disagree": (_listed, _one_more_season),
    "episode-missing": (_listed, _hole),
    "episodes-out-of-order": (_listed, _swap_dates),
    "episode-outside-the-run": (_listed, _episode(1, air_date=datetime.date(1999, 1, 1))),
    "episode-of-odd-runtime": (_listed, _episode(3, runtime=600)),
    "runtime-unlike-its-episodes": (_listed, _set(runtime=lambda drama, dice: drama.runtime * 2)),
    "ends-before-it-begins": (
        _ended,
        _set(
            ended_on=lambda d, dice: d.released_on.replace(
                year=d.released_on.year - dice.randint(1, 9), month=1, day=1
            ),
            ended_precision="year",
        ),
    ),
    "ended-in-the-future": (
        _ended,
        _set(ended_on=lambda d, dice: TODAY + DAY * dice.randint(1, 900)),
    ),
    "airing-after-its-end": (_ended, _set(status="airing")),
    "upcoming-in-the-past": (_ended, _set(status="upcoming")),
    "airing-before-its-release": (
        _ended,
        _set(
            status="airing",
            released_on=lambda d, dice: TODAY + DAY * dice.randint(1, 900),
            ended_on=None,
            ended_precision="",
        ),
    ),
    "impossible-year": (
        _ended,
        _set(
            released_on=lambda d, dice: d.released_on.replace(
                year=dice.randint(1000, 1899), month=1, day=1
            )
        ),
    ),
    "slow-for-its-episodes": (
        lambda: _series().filter(episode_count__lt=20),
        _set(ended_on=_later(4)),
    ),
    "fast-for-its-episodes": (
        lambda: _series().filter(episode_count__gt=20),
        _set(released_on=lambda d, dice: d.ended_on - DAY),
    ),
    "ended-without-end": (_ended, _set(ended_on=None, ended_precision="")),
    "film-of-many-episodes": (_series, _set(kind="film")),
    "series-of-one-episode": (_series, _set(episode_count=1)),
    "impossible-runtime": (
        _series,
        _set(runtime=lambda d, dice: dice.choice((600, 0, d.runtime * 60, 45 * 11))),
    ),
    "unusual-runtime": (
        lambda: _series().filter(runtime__range=(40, 70)),
        _set(runtime=lambda d, dice: d.runtime + dice.randint(75, 120)),
    ),
    "summary-is-the-synopsis": (_told, _set(summary=lambda d, dice: d.synopsis)),
    "about-is-the-synopsis": (_told, _set(about=lambda d, dice: d.synopsis)),
    "synopsis-repeats-itself": (
        _told,
        _set(synopsis=lambda d, dice: f"{d.synopsis}\n\n{d.synopsis}"),
    ),
    "garbled-text": (lambda: _of("KR") | _of("JP") | _of("CN"), _garbled),
    "html-in-a-text": (
        _told,
        _set(
            synopsis=lambda d, dice: dice.choice(
                (f"<p>{d.synopsis}</p>", f"{d.synopsis} &amp; more.")
            )
        ),
    ),
    "stand-in-text": (
        _told,
        _set(
            synopsis=lambda d, dice: dice.choice(
                ("TBA", "Coming soon.", "N/A", "No synopsis available.", "Add a plot")
            )
        ),
    ),
    "leftover-marks": (
        lambda: _told().exclude(synopsis__contains="~~"),
        _set(synopsis=lambda d, dice: f"{d.synopsis} (Source: AsianWiki)"),
    ),
    "synopsis-cut-off": (
        _told,
        _set(synopsis=lambda d, dice: d.synopsis[: len(d.synopsis) // 2].rstrip(".!?\"' ") + " an"),
    ),
    "broken-sentence": (_told, _set(about="It is short.\nspans episodes without a subject.")),
    "about-says-otherwise": (
        lambda: _told().filter(episode_count__gt=1),
        _set(about=lambda d, dice: f"It has {d.episode_count + dice.randint(1, 9)} episodes."),
    ),
    "same-synopsis": (_told, _copy_of_another),
    "native-title-in-another-script": (
        lambda: _of("KR") | _of("JP") | _of("TH"),
        _set(native_title=lambda d, dice: dice.choice(("Тайна гавани", "سر الميناء", "המעגן"))),
    ),
    "native-title-in-latin": (
        lambda: _of("KR") | _of("CN"),
        _set(native_title=lambda d, dice: f"{d.title} the Series"),
    ),
    "language-unlike-its-country": (lambda: _of("KR") | _of("TH"), _set(original_language="ja")),
    "title-in-native-script": (lambda: _of("KR") | _of("CN"), _set(title=lambda d, dice: "港の人")),
    "mixed-romanisation": (lambda: _of("JP"), _romanised_otherwise),
    "mixed-romanisation-of-the-title": (
        lambda: _of("JP"),
        _set(title=lambda d, dice: f"Tōkyō Toukyou {d.pk}"),
    ),
    "credited-twice": (_cast, _twice_in_the_cast),
    "namesakes-in-one-cast": (_cast, _namesake),
    "people-alike": (_cast, _one_letter_apart),
    "character-is-the-actor": (_cast, _plays_itself),
    "not-born-yet": (_ended, _born_later),
    "old-figures": (_rated, _figures(as_of=TODAY - DAY * 500)),
    "figures-of-a-day-to-come": (_rated, _figures(as_of=TODAY + DAY * 500)),
    "rating-off-the-scale": (_rated, _figures(rating=Decimal("0.8"))),
    "more-votes-than-watchers": (_rated, _figures(votes=90_000, watchers=9_000)),
    "rating-without-votes": (lambda: _rated().filter(figures__rating__gt=0), _figures(votes=None)),
    "rated-before-its-release": (
        lambda: _ended().filter(figures__votes__gt=50).distinct(),
        _set(status="upcoming", released_on=TODAY + DAY * 90, ended_on=None, ended_precision=""),
    ),
    "id-of-no-entry": (
        _told,
        lambda d, dice: d.external_ids.update(value=f"mydramalist.com/{d.pk}"),
    ),
    "entry-of-another-year": (_ended, _claims("released", lambda d: str(d.released_on.year + 5))),
    "entry-of-other-episodes": (_series, _claims("episode_count", lambda d: d.episode_count + 4)),
    "picture-without-words": (_told, _bare_picture),
    "poster-lies-down": (_told, _poster_lies),
    "link-to-nowhere": (
        _told,
        lambda d, dice: _link(
            dice.choice(("watch here", "http://", "https://example.com/watch", "www.site.tv/1"))
        )(d, dice),
    ),
    "link-given-twice": (_told, _link("https://www.viki.com/tv/1", 2)),
    "related-to-a-draft": (_told, _hidden_relation),
    "tag-is-a-genre": (
        lambda: Drama.objects.filter(genres__isnull=False).distinct(),
        _genre_as_tag,
    ),
    "facts-missing": (_told, _set(synopsis="")),
    "redirect-to-nothing": (_told, _dead_redirect),
}
