"""Names that are advertisements."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _

from comments.spam.said import Said
from comments.spam.verdict import Finding
from comments.spam.web_addresses import web_addresses
from comments.visitor import Visitor

WARES = re.compile(
    r"\b(?:casinos?|slots?|betting|togel|gacor|viagra|cialis|pills|loans?|payday|seo|backlinks?"
    r"|escorts?|porn|xxx|replica|crypto|bitcoin|forex|vpn|iptv|insurance|plumber|locksmith"
    r"|discounts?|coupons?|essays?|cheap|buy|download|apk|followers)\b"
)
MOST_WORDS = 5


def advertising_name(said: Said, visitor: Visitor) -> Finding | None:
    name = said.name.casefold()
    if web_addresses(name):
        return Finding(5, _("The name is a web address"))
    if WARES.search(name):
        return Finding(4, _("The name advertises something"))
    if said.website and len(name.split()) > MOST_WORDS:
        return Finding(2, _("A long name with a website behind it"))
    return None
