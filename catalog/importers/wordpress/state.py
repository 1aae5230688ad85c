"""Whether a post was published, is to be, or is a draft; and what is no page at all."""

from __future__ import annotations

import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from catalog.importers.wordpress.values import moment
from catalog.importers.wxr import Item
from catalog.models import Publication

# What WordPress keeps for itself: https://developer.wordpress.org/themes/basics/post-types/
INTERNAL = {
    *("revision", "nav_menu_item", "custom_css", "customize_changeset", "oembed_cache"),
    *("user_request", "wp_block", "wp_template", "wp_template_part", "wp_global_styles"),
    *("wp_navigation", "wp_font_family", "wp_font_face", "acf-field", "acf-field-group"),
}


def why_left(item: Item) -> str:
    """Why it is left out; empty when it is not."""
    if item.kind in INTERNAL:
        return _("“%s” is no page, but a part of WordPress") % item.kind[:40]
    if item.status == "trash":
        return _("it was in the trash")
    if item.status == "auto-draft":
        return _("nothing was ever written in it")
    return ""


def state_of(item: Item) -> tuple[str, datetime.datetime | None]:
    """What only some might read, by a password or by name, is a draft here."""
    at = moment(item.date_gmt, item.date)
    if item.status == "publish" and not item.password:
        now = timezone.now().replace(microsecond=0)
        return Publication.PUBLISHED, min(at, now) if at else now
    if item.status == "future" and at and not item.password:
        return Publication.SCHEDULED, at
    return Publication.DRAFT, None
