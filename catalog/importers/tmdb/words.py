"""TMDB's words, and what the catalogue calls the same."""

from __future__ import annotations

from catalog.models import Kind, Role, Source, Status

STATES = {
    "returning series": Status.AIRING,
    "ended": Status.ENDED,
    "canceled": Status.CANCELLED,
    "cancelled": Status.CANCELLED,
    "in production": Status.UPCOMING,
    "planned": Status.UPCOMING,
    "pilot": Status.UPCOMING,
}
KINDS = {"talk show": Kind.SHOW, "reality": Kind.SHOW, "news": Kind.SHOW}
JOBS = {
    "director": Role.DIRECTOR,
    "writer": Role.SCREENWRITER,
    "screenplay": Role.SCREENWRITER,
    "teleplay": Role.SCREENWRITER,
    "adaptation": Role.SCREENWRITER,
    "dialogue": Role.SCREENWRITER,
    "story": Role.SCREENWRITER,
    "novel": Role.AUTHOR,
    "book": Role.AUTHOR,
    "comic book": Role.AUTHOR,
    "original story": Role.AUTHOR,
    "original concept": Role.AUTHOR,
    "characters": Role.AUTHOR,
    "producer": Role.PRODUCER,
    "executive producer": Role.PRODUCER,
    "creative producer": Role.PRODUCER,
    "original music composer": Role.COMPOSER,
    "music": Role.COMPOSER,
}
OTHER_IDS = {"imdb_id": Source.IMDB, "wikidata_id": Source.WIKIDATA}
# Chinese and other languages that one code writes in more than one way, by the country.
LANGUAGES = {"zh-CN": "zh-Hans", "zh-SG": "zh-Hans", "zh-TW": "zh-Hant", "zh-HK": "zh-Hant"}


def language_of(language: str, country: str = "") -> str:
    """A BCP 47 tag."""
    return LANGUAGES.get(f"{language}-{country}", {"cn": "yue-Hant"}.get(language, language))
