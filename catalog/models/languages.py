"""Names of languages and countries in the site's language."""

from __future__ import annotations

from functools import cache

from babel import Locale, UnknownLocaleError
from django.utils.translation import get_language, to_locale

# The long forms of the standard table read like a form to be filled in.
SHORT_COUNTRY_NAMES = {"HK": "Hong Kong", "MO": "Macao"}


@cache
def _locale(language: str) -> Locale:
    try:
        return Locale.parse(to_locale(language))
    except (UnknownLocaleError, ValueError):
        return Locale("en")


def _site_locale() -> Locale:
    return _locale(get_language() or "en")


def language_name(tag: str) -> str:
    """The language of a BCP 47 tag, such as "Japanese"; the tag itself when unknown."""
    if not tag:
        return ""
    names = _site_locale().languages
    return names.get(tag.replace("-", "_")) or names.get(tag.partition("-")[0], tag)


def country_name(code: str) -> str:
    """The country of an ISO 3166-1 alpha-2 code; the code itself when unknown."""
    locale = _site_locale()
    if locale.language == "en" and code in SHORT_COUNTRY_NAMES:
        return SHORT_COUNTRY_NAMES[code]
    return locale.territories.get(code, code)
