"""MyDramaList's words, and what the catalogue calls the same."""

from __future__ import annotations

from catalog.models import Kind, RelationKind, Role

UNRANKED = 99_999  # stands in for a rank where there are too few votes
NOT_RATED = ("not yet rated", "n/a")

COUNTRIES = {
    "japan": "JP",
    "south korea": "KR",
    "korea": "KR",
    "north korea": "KP",
    "china": "CN",
    "mainland china": "CN",
    "taiwan": "TW",
    "hong kong": "HK",
    "macau": "MO",
    "macao": "MO",
    "thailand": "TH",
    "philippines": "PH",
    "singapore": "SG",
    "malaysia": "MY",
    "indonesia": "ID",
    "vietnam": "VN",
    "cambodia": "KH",
    "laos": "LA",
    "myanmar": "MM",
    "mongolia": "MN",
    "india": "IN",
    "turkey": "TR",
    "united states": "US",
    "united kingdom": "GB",
    "france": "FR",
    "canada": "CA",
    "australia": "AU",
}
# Only where one language is that of nearly every drama.
LANGUAGES = {
    "JP": "ja",
    "KR": "ko",
    "KP": "ko",
    "CN": "zh-Hans",
    "TW": "zh-Hant",
    "HK": "yue-Hant",
    "TH": "th",
    "PH": "fil",
    "VN": "vi",
    "ID": "id",
    "KH": "km",
    "LA": "lo",
    "MM": "my",
    "MN": "mn",
    "TR": "tr",
}
SHOWS = ("variety show", "talk show", "tv program", "reality show", "music show")
SPECIALS = ("drama special", "special", "tv special", "short film")

ROLES = {
    "main role": Role.MAIN,
    "support role": Role.SUPPORT,
    "guest role": Role.GUEST,
    "guest": Role.GUEST,
    "cameo": Role.CAMEO,
    "main host": Role.HOST,
    "host": Role.HOST,
    "regular member": Role.REGULAR,
    "director": Role.DIRECTOR,
    "screenwriter": Role.SCREENWRITER,
    "original author": Role.AUTHOR,
    "original creator": Role.AUTHOR,
    "producer": Role.PRODUCER,
    "composer": Role.COMPOSER,
}

# The end of "Korean sequel", "Hong Kong original story" …
RELATIONS = {
    "sequel": RelationKind.SEQUEL,
    "prequel": RelationKind.PREQUEL,
    "remake": RelationKind.REMAKE,
    "original story": RelationKind.ORIGINAL,
    "adaptation": RelationKind.ADAPTATION,
    "special": RelationKind.SPECIAL,
    "side story": RelationKind.SIDE_STORY,
    "parent story": RelationKind.PARENT_STORY,
    "spinoff": RelationKind.SPINOFF,
    "spin-off": RelationKind.SPINOFF,
    "compilation": RelationKind.COMPILATION,
    "shared universe": RelationKind.SHARED_UNIVERSE,
}


def kind_of(type_: str, format_: str) -> str:
    """A value of ``Kind``; empty when neither word is known."""
    words = (format_.casefold(), type_.casefold())
    if "movie" in words:
        return Kind.FILM
    if words[0] in SPECIALS or words[1] in SPECIALS:
        return Kind.SPECIAL
    if words[0] in SHOWS or words[1] in SHOWS:
        return Kind.SHOW
    return Kind.SERIES if words[0].endswith("series") or words[1] == "drama" else ""


def role_of(words: str) -> str:
    """A value of ``Role``; whom the source does not place more closely is of the cast."""
    return ROLES.get(words.casefold(), Role.CAST)


def relation_kind(words: str) -> str:
    """A value of ``RelationKind``; whatever is not known is merely related."""
    endings = (kind for ending, kind in RELATIONS.items() if words.casefold().endswith(ending))
    return next(endings, RelationKind.RELATED)
