"""Numbers, titles and lists of them, as a sentence has them. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from catalog.prose.nouns import listed


def counted(number: int) -> str:
    """ "one", and figures from two on."""
    return _("one") if number == 1 else number_format(number, force_grouping=True)


def quoted(title: str) -> str:
    return _('"%(title)s"') % {"title": title}


def quoted_list(titles: Iterable[str]) -> str:
    return listed([quoted(title) for title in titles])
