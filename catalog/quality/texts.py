"""Texts that say the same twice, and texts that something went wrong with."""

from __future__ import annotations

import hashlib
import re
from collections import Counter

from django.utils.translation import gettext_lazy as _

from catalog.quality.facts import DramaFacts
from catalog.quality.garbling import garbled_part
from catalog.quality.rule import Found, error, hint, warning
from catalog.quality.surroundings import Surroundings

FIELDS = ("synopsis", "summary", "about")
FEWEST_LETTERS = 40
HTML = re.compile(
    r"</?(?:p|br|b|i|em|strong|div|span|a|ul|li|h\d)\b[^<>]*>|&(?:amp|lt|gt|quot|nbsp|#x?\w+);",
    re.IGNORECASE,
)
LEFTOVER = re.compile(r"~~+|\*\*+|\[/?(?:b|i|u|url|spoiler)\]|\(Source\s*:", re.IGNORECASE)
STANDS_IN = re.compile(
    r"\W*(?:tba|tbd|tbc|n/?a|none|null|todo|xxx+|test|coming soon|lorem ipsum.*|"
    r"(?:no|add) (?:a )?(?:synopsis|plot|description|summary).*)\W*",
    re.IGNORECASE | re.DOTALL,
)
SENTENCE_ENDS = re.compile(r"[.!?…。！？\"”’'»」』)\]~*]\s*\Z")
EPISODES = re.compile(r"(\d{1,4})(?: [a-z]+)? episodes\b")


def plain(text: str) -> str:
    """As texts are compared: in one case, with single spaces."""
    return " ".join(text.split()).casefold()


def digest(text: str) -> str:
    """Stands for a text among the facts of a finding."""
    return hashlib.sha256(plain(text).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _same(one: str, other: str) -> Found | None:
    return {"text": digest(one)} if one and plain(one) == plain(other) else None


def summary_is_synopsis(drama: DramaFacts, around: Surroundings) -> Found | None:
    return _same(drama.summary, drama.synopsis)


def about_is_synopsis(drama: DramaFacts, around: Surroundings) -> Found | None:
    return _same(drama.about, drama.synopsis) or _same(drama.about, drama.summary)


def says_it_twice(drama: DramaFacts, around: Surroundings) -> Found | None:
    lines = [plain(line) for line in drama.synopsis.splitlines()]
    counted = Counter(line for line in lines if len(line) >= FEWEST_LETTERS)
    twice = [line for line, times in counted.items() if times > 1]
    return {"opening": twice[0][:60]} if twice else None


def _first(pattern: re.Pattern[str], drama: DramaFacts) -> Found | None:
    for name in FIELDS:
        if found := pattern.search(getattr(drama, name)):
            return {"what": found[0].strip()[:40]}
    return None


def garbled(drama: DramaFacts, around: Surroundings) -> Found | None:
    for name in ("title", "native_title", *FIELDS):
        if part := garbled_part(getattr(drama, name)):
            return {"what": part[:40]}
    return None


def html(drama: DramaFacts, around: Surroundings) -> Found | None:
    return _first(HTML, drama)


def leftover(drama: DramaFacts, around: Surroundings) -> Found | None:
    return _first(LEFTOVER, drama)


def stands_in(drama: DramaFacts, around: Surroundings) -> Found | None:
    for name in FIELDS:
        text = getattr(drama, name)
        if text and STANDS_IN.fullmatch(text):
            return {"what": text[:40]}
    return None


def cut_off(drama: DramaFacts, around: Surroundings) -> Found | None:
    text = drama.synopsis.strip()
    is_whole = len(text) < FEWEST_LETTERS or SENTENCE_ENDS.search(text)
    return None if is_whole else {"end": text[-30:]}


def broken_sentence(drama: DramaFacts, around: Surroundings) -> Found | None:
    for line in drama.about.splitlines():
        if line.strip()[:1].islower():
            return {"opening": line.strip()[:40]}
    return None


def other_episodes(drama: DramaFacts, around: Surroundings) -> Found | None:
    said = EPISODES.search(drama.about)
    if not said or not drama.episode_count or int(said[1]) == drama.episode_count:
        return None
    return {"said": int(said[1]), "episodes": drama.episode_count}


RULES = (
    error(
        "summary-is-the-synopsis",
        _("The summary is the synopsis over again: left empty, its opening is shown."),
        "id_summary",
        summary_is_synopsis,
    ),
    error(
        "about-is-the-synopsis",
        _("The text about it is the synopsis or the summary over again."),
        "id_about",
        about_is_synopsis,
    ),
    error(
        "synopsis-repeats-itself",
        _("The synopsis says this twice: “%(opening)s…”"),
        "id_synopsis",
        says_it_twice,
    ),
    error(
        "garbled-text",
        _("Letters have been garbled on the way: “%(what)s”."),
        "id_synopsis",
        garbled,
    ),
    error(
        "html-in-a-text",
        _("HTML is shown to readers as it stands: “%(what)s”."),
        "id_synopsis",
        html,
    ),
    error(
        "stand-in-text",
        _("“%(what)s” stands where a text is to come."),
        "id_synopsis",
        stands_in,
    ),
    hint(
        "leftover-marks",
        _("A mark of another site is left in a text: “%(what)s”."),
        "id_synopsis",
        leftover,
    ),
    hint(
        "synopsis-cut-off",
        _("The synopsis ends without a full stop: “…%(end)s”."),
        "id_synopsis",
        cut_off,
    ),
    warning(
        "broken-sentence",
        _("A paragraph about it begins in the middle of a sentence: “%(opening)s…”"),
        "id_about",
        broken_sentence,
    ),
    error(
        "about-says-otherwise",
        _("The text about it says %(said)s episodes; it is said to have %(episodes)s."),
        "id_about",
        other_episodes,
    ),
)
