"""Misconfiguration of a production site, found before it serves anyone."""

from __future__ import annotations

import re
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register

SHORTEST_KEY = 32  # characters: 192 bits and more, written in base64
SHORTEST_SECRET_KEY = 50  # characters, as Django's own check wants it

CONTACT = re.compile(r"((mailto:|https://)\S+)?")
WEB = re.compile(r"https?://[^/?#\s]+/\S*")
INDEXNOW_KEY = re.compile(r"([A-Za-z0-9-]{8,128})?")
RATE = re.compile(r"[1-9][0-9]*/[1-9][0-9]*")
RATES = (
    *("REPLY_RATE", "REPORT_RATE"),
    *("MAIL_RATE_ADDRESS", "MAIL_RATE_NETWORK", "MAIL_RATE_SITE"),
)
ORIGIN = re.compile(r"(https?://[^/?#\s]+)?")


@register(Tags.security)
def production_settings(**kwargs: Any) -> list[CheckMessage]:
    """What production may not be run with; in development nothing is wrong."""
    if not settings.PRODUCTION:
        return []
    return [
        Error(text, id=f"dramasite.{code}")
        for code, wrong, text in [*_rules(), _rule_of_rates()]
        if wrong
    ]


def _rules() -> list[tuple[str, bool, str]]:
    keys, pepper = settings.ADDRESS_KEYS, settings.ADDRESS_PEPPER
    secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS, pepper, *keys]
    return [
        ("E001", settings.DEBUG, "DEBUG is on: it shows the site's insides to visitors."),
        ("E002", "*" in settings.ALLOWED_HOSTS, "ALLOWED_HOSTS has '*': name the site's hosts."),
        (
            "E003",
            len(settings.SECRET_KEY) < SHORTEST_SECRET_KEY,
            f"SECRET_KEY is shorter than {SHORTEST_SECRET_KEY} characters.",
        ),
        (
            "E004",
            any(len(key) < SHORTEST_KEY for key in keys),
            f"ADDRESS_KEYS has a key shorter than {SHORTEST_KEY} characters.",
        ),
        (
            "E005",
            len(pepper) < SHORTEST_KEY,
            f"ADDRESS_PEPPER is shorter than {SHORTEST_KEY} characters.",
        ),
        (
            "E006",
            len(set(secrets)) < len(secrets),
            "No two of SECRET_KEY, its fallbacks, ADDRESS_PEPPER and ADDRESS_KEYS may be the same.",
        ),
        (
            "E007",
            "@" not in settings.DEFAULT_FROM_EMAIL,
            "DEFAULT_FROM_EMAIL is no mail address.",
        ),
        (
            "E008",
            not ORIGIN.fullmatch(settings.SITE_URL),
            "SITE_URL is no scheme and host, such as https://dramas.example.",
        ),
        (
            "E009",
            not all(map(CONTACT.fullmatch, (settings.SECURITY_CONTACT, settings.PRIVACY_CONTACT))),
            "SECURITY_CONTACT or PRIVACY_CONTACT begins with neither mailto: nor https://.",
        ),
        (
            "E010",
            bool(settings.WEBSUB_HUB or settings.INDEXNOW_KEY) and not settings.SITE_URL,
            "WEBSUB_HUB and INDEXNOW_KEY need SITE_URL: others are told whole addresses.",
        ),
        (
            "E011",
            not all(
                WEB.fullmatch(url)
                for url in (settings.WEBSUB_HUB or "https://x/", settings.INDEXNOW_ENDPOINT)
            ),
            "WEBSUB_HUB or INDEXNOW_ENDPOINT is no address with https:// or http://.",
        ),
        (
            "E012",
            not INDEXNOW_KEY.fullmatch(settings.INDEXNOW_KEY),
            "INDEXNOW_KEY has other than 8 to 128 letters, digits and hyphens.",
        ),
    ]


def _rule_of_rates() -> tuple[str, bool, str]:
    return (
        "E013",
        not all(RATE.fullmatch(getattr(settings, name)) for name in RATES),
        f"One of {', '.join(RATES)} is not so many in so many seconds, such as 10/600.",
    )
