"""Titles in the wrong script, and a language that is not that of the country."""

from __future__ import annotations

import re

from django.utils.translation import gettext_lazy as _

from catalog.quality.facts import DramaFacts
from catalog.quality.rule import Found, error, hint, warning
from catalog.quality.surroundings import Surroundings

# Letters that tell a script, by its name for editors.
SCRIPTS = {
    "Han": re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"),
    "Kana": re.compile("[\u3041-\u3096\u30a1-\u30fa]"),
    "Hangul": re.compile("[\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3]"),
    "Thai": re.compile("[\u0e01-\u0e3a\u0e40-\u0e4e]"),
    "Cyrillic": re.compile("[\u0400-\u04ff]"),
    "Arabic": re.compile("[\u0600-\u06ff]"),
    "Hebrew": re.compile("[\u05d0-\u05ea]"),
    "Devanagari": re.compile("[\u0900-\u097f]"),
    "Khmer": re.compile("[\u1780-\u17d3]"),
    "Myanmar": re.compile("[\u1000-\u109f]"),
}
# Only of countries whose titles are in a script of their own.
OWN = {
    "JP": ("Kana", "Han"),
    "KR": ("Hangul", "Han"),
    "CN": ("Han",),
    "TW": ("Han",),
    "HK": ("Han",),
    "TH": ("Thai",),
}
LANGUAGES = {"JP": "ja", "KR": "ko", "TH": "th", "CN": "zh yue", "TW": "zh nan hak", "HK": "yue zh"}
LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
FEWEST = 2  # one letter may be an ornament
FEWEST_LATIN = 4


def wrong_script(drama: DramaFacts, around: Surroundings) -> Found | None:
    own = _own_scripts(drama)
    counts = {name: len(letters.findall(drama.native_title)) for name, letters in SCRIPTS.items()}
    at_home = sum(counts[name] for name in own)
    for name, number in counts.items():
        if own and name not in own and number >= max(FEWEST, at_home):
            return {"native_title": drama.native_title, "script": name}
    return None


def latin_alone(drama: DramaFacts, around: Surroundings) -> Found | None:
    title = drama.native_title
    if not _own_scripts(drama) or len(LATIN.findall(title)) < FEWEST_LATIN:
        return None
    is_mixed = any(letters.search(title) for letters in SCRIPTS.values())
    return None if is_mixed else {"native_title": title}


def other_language(drama: DramaFacts, around: Surroundings) -> Found | None:
    language = drama.original_language.partition("-")[0]
    known = [LANGUAGES.get(country) for country in drama.countries]
    if not language or not known or None in known:
        return None
    spoken = {tag for tags in known if tags for tag in tags.split()}
    is_odd = language not in spoken
    return {"language": language, "countries": list(drama.countries)} if is_odd else None


def title_in_another_script(drama: DramaFacts, around: Surroundings) -> Found | None:
    if LATIN.search(drama.title):
        return None
    is_native = any(letters.search(drama.title) for letters in SCRIPTS.values())
    return {"title": drama.title} if is_native else None


def _own_scripts(drama: DramaFacts) -> set[str]:
    """Those of its countries; none when one of them has no script of its own."""
    known = [OWN.get(country) for country in drama.countries]
    return set() if None in known else {name for names in known if names for name in names}


RULES = (
    error(
        "native-title-in-another-script",
        _("The native title “%(native_title)s” is not in a script of its country: %(script)s."),
        "id_native_title",
        wrong_script,
    ),
    hint(
        "native-title-in-latin",
        _("The native title “%(native_title)s” is in Latin letters alone."),
        "id_native_title",
        latin_alone,
    ),
    warning(
        "language-unlike-its-country",
        _("Its language (%(language)s) is not that of its country (%(countries)s)."),
        "id_original_language",
        other_language,
    ),
    warning(
        "title-in-native-script",
        _("The title “%(title)s” has no Latin letters: those who search by them do not find it."),
        "id_title",
        title_in_another_script,
    ),
)
