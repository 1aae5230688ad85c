"""What it is called where it comes from."""

from __future__ import annotations

from django.utils.translation import gettext as _

from catalog.prose.facts import Facts
from catalog.prose.nouns import place

# East, South-East and South Asia, by the United Nations' M49 regions (and Taiwan).
ASIAN_COUNTRIES = frozenset(
    {
        *("CN", "HK", "JP", "KP", "KR", "MN", "MO", "TW"),
        *("BN", "ID", "KH", "LA", "MM", "MY", "PH", "SG", "TH", "TL", "VN"),
        *("BD", "BT", "IN", "LK", "MV", "NP", "PK"),
    }
)


def native(facts: Facts) -> str:
    if not facts.native_title or facts.native_title == facts.title:
        return ""
    words = {"native": facts.native_title}
    # Of several countries nothing says in which one it goes by that title.
    if len(facts.countries) != 1:
        return _('Its native title is "%(native)s".') % words
    [(code, name)] = facts.countries
    words["country"] = place(code, name)
    if not facts.is_praised or code not in ASIAN_COUNTRIES:
        return _('It is known in %(country)s as "%(native)s".') % words
    return (
        _(
            'Known in %(country)s as "%(native)s", this production exemplifies the growing '
            "global appeal and rich storytelling tradition of Asian entertainment."
        )
        % words
    )
