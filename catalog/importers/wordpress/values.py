"""What stands beside a term, read: dates, numbers, names, countries, languages. Pure.

What is not understood raises ValueError.
"""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from functools import cache

from babel import Locale

from catalog.importers.airing import Run
from catalog.importers.mydramalist_words import COUNTRIES
from catalog.importers.records import PersonRecord
from catalog.importers.scripts import language_of_script
from catalog.models.dates import PartialDate

# Whose names of months, countries and languages are read.
LOCALES = (
    *("en", "de", "fr", "es", "it", "pt", "nl", "pl", "tr", "id", "vi", "th", "ja", "ko", "zh"),
    *("ru", "ar"),
)
WITH_SIGNS = re.compile(r"(\d{4})\s*[年년]\s*(?:(\d{1,2})\s*[月월]\s*(?:(\d{1,2})\s*[日일])?)?")
DAY_FIRST = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")
ISO = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
SLASHED = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})")
WORDED = re.compile(
    r"(?:(\d{1,2})(?:st|nd|rd|th|\.|º|er)?\s+(?:de\s+)?)?([^\W\d_]{3,12})\.?\s+(?:de\s+)?(\d{4})"
)
NUMBER = re.compile(r"\d[\d.,'’\s]*")
# "Erika Sawajiri (沢尻エリカ) as Ikeuchi Aya"
PERSON = re.compile(
    r"^(?P<name>[^()（）]+?)\s*(?:[(（](?P<native>[^()（）]+)[)）])?"
    r"(?:\s+(?:as|als|como|dans le rôle de)\s+(?P<character>.+))?$"
)
LONGEST_NAME = 200
# Chinese, Korean and Japanese words for languages that tables of languages do not have.
LANGUAGES = {"mandarin": "zh", "cantonese": "yue", "tagalog": "fil", "korean (rok)": "ko"}


def date(text: str) -> PartialDate:
    text = " ".join(text.split()).strip(" .")
    if ISO.fullmatch(text):
        return PartialDate.parse(text)
    if found := WITH_SIGNS.match(text):
        return _date(*found.groups())
    if found := SLASHED.fullmatch(text):
        return _date(*found.groups())
    if found := DAY_FIRST.fullmatch(text):
        return _date(found[3], found[2], found[1])
    if (found := WORDED.fullmatch(text)) and (month := _months().get(found[2].casefold())):
        return _date(found[3], str(month), found[1])
    released = Run.parse(text).released
    if released is None:
        raise ValueError(text)
    return released


def _date(year: str, month: str | None, day: str | None) -> PartialDate:
    parts = [f"{int(part):02}" for part in (month, day) if part]
    return PartialDate.parse("-".join([year, *parts]))


def run(text: str) -> tuple[PartialDate, PartialDate | None]:
    """When it began and ended, of a range or a single date."""
    first, *rest = re.split(r"\s+(?:[-–—~〜]|to|bis|until)\s+|\s*[~〜]\s*", text.strip())
    last = rest[0].strip() if rest else ""
    return date(first), date(last) if last and last not in ("?", "…") else None


@cache
def _months() -> dict[str, int]:
    found: dict[str, int] = {}
    for name in LOCALES:
        for width in ("abbreviated", "wide"):
            for number, month in Locale(name).months["format"][width].items():
                found.setdefault(str(month).casefold().strip("."), number)
    return found


def whole(text: str) -> int:
    """The first number: 5920 of "5,920 watchers", 3150 of "#3150"."""
    found = NUMBER.search(text)
    if not found:
        raise ValueError(text)
    digits = re.sub(r"\D", "", re.split(r"\s{2,}", found[0])[0])
    if len(digits) > 9:
        raise ValueError(text)
    return int(digits)


def decimal(text: str) -> Decimal:
    """8.0 of "8.0/10 from 1,234 users"."""
    found = re.search(r"\d{1,2}(?:[.,]\d{1,2})?", text)
    if not found:
        raise ValueError(text)
    number = Decimal(found[0].replace(",", ".")).quantize(Decimal("0.1"))
    if number > 10:
        raise ValueError(text)
    return number


def listed(text: str) -> list[str]:
    """Names with commas, slashes, dots or line ends between them, each once."""
    parts = re.split(r"\s*(?:,|、|，|;|\||•|·|\n)\s*", text)
    return list(dict.fromkeys(part.strip(" .") for part in parts if part.strip(" .")))


@cache
def _names(kind: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for name in LOCALES:
        table = Locale(name).territories if kind == "country" else Locale(name).languages
        for code, said in table.items():
            if code.isalpha() or kind == "language":
                found.setdefault(str(said).casefold(), code.replace("_", "-"))
    return found


def country(text: str) -> str:
    """Its ISO 3166-1 code."""
    name = text.strip().casefold()
    code = COUNTRIES.get(name) or _names("country").get(name) or text.strip().upper()
    if len(code) != 2 or not code.isalpha() or code not in Locale("en").territories:
        raise ValueError(text)
    return code


def language(text: str) -> str:
    """Its BCP 47 tag."""
    name = re.split(r"[,/;]", text)[0].strip().casefold()
    tag = LANGUAGES.get(name) or _names("language").get(name)
    if not tag:
        raise ValueError(text)
    return tag


def person(text: str, site: str) -> tuple[PersonRecord, str]:
    """Whom a name of this site means, and as whom. Its own names are all that tells them apart."""
    found = PERSON.match(" ".join(text.split()))
    name = found["name"].strip() if found else text.strip()
    if not name or len(name) > LONGEST_NAME:
        raise ValueError(text)
    native = (found["native"] or "") if found else ""
    known = PersonRecord(
        source_id=f"{site[:40]} {name.casefold()}"[:100],
        name=name,
        native_name=native if language_of_script(native) or not native.isascii() else "",
    )
    return known, ((found["character"] or "") if found else "")[:LONGEST_NAME]


def moment(text: str, local: str = "") -> datetime.datetime | None:
    """In UTC; the site's own clock where WordPress has noted nothing else."""
    for said in (text, local):
        try:
            found = datetime.datetime.strptime(said.strip(), "%Y-%m-%d %H:%M:%S")
        except ValueError:
            continue
        return found.replace(tzinfo=datetime.UTC)
    return None
