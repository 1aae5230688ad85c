"""Which drama a reply of elsewhere belongs to: by a mapping, by address, or by title."""

from __future__ import annotations

import html
from collections.abc import Mapping
from typing import BinaryIO

from django.utils.translation import gettext as _

from catalog.importers.lines import UnreadableFileError, read_csv
from catalog.importers.texts import one_line
from catalog.models import Drama, FormerSlug
from comments.importers.records import Post, RefusedReply

COLUMNS = {"post", "drama"}


def read_mapping(file: BinaryIO) -> dict[str, str]:
    """CSV with ``post`` (a link or a number) and ``drama`` (the last part of its address).

    Without a drama the post is left out. Raises UnreadableFileError with the line.
    """
    found: dict[str, str] = {}
    for line in read_csv(file):
        place = _("line %d") % line.number
        if line.problem:
            raise UnreadableFileError(f"{place}: {line.problem}")
        if COLUMNS - line.row.keys():
            raise UnreadableFileError(_("the first line must name the columns post and drama"))
        post, slug = _plain(line.row["post"]), line.row["drama"].strip()
        if not post or post in found:
            raise UnreadableFileError(f"{place}: " + _("the post is missing, or named twice"))
        if slug and not Drama.objects.filter(slug=slug).exists():
            raise UnreadableFileError(f"{place}: " + _("there is no drama “%s”") % slug[:100])
        found[post] = slug
    return found


def _plain(link: str) -> str:
    """One spelling of a link: how it is asked for, and a slash at its end, make no difference."""
    return link.strip().removeprefix("https://").removeprefix("http://").rstrip("/")


class Attaching:
    """Posts and their dramas, each looked up once."""

    def __init__(self, mapping: Mapping[str, str] | None = None) -> None:
        self._mapping = mapping or {}
        self._known: dict[Post, int | str] = {}

    def drama_of(self, post: Post) -> int:
        """Its key. Raises RefusedReply with the reason why there is none."""
        if post not in self._known:
            try:
                self._known[post] = self._look_up(post)
            except RefusedReply as reason:
                self._known[post] = str(reason)
        found = self._known[post]
        if isinstance(found, str):
            raise RefusedReply(found)
        return found

    def _look_up(self, post: Post) -> int:
        for name in (post.number.strip(), _plain(post.link)):
            if name and name in self._mapping:
                return self._mapped(self._mapping[name])
        slug = post.slug.strip().casefold()
        found = list(Drama.objects.filter(slug=slug).values_list("pk", flat=True)) if slug else []
        return (found and found[0]) or _by_former_address(slug) or _by_title(post)

    def _mapped(self, slug: str) -> int:
        if not slug:
            raise RefusedReply(_("the mapping leaves its post out"))
        return Drama.objects.get(slug=slug).pk


def _by_former_address(slug: str) -> int | None:
    former = FormerSlug.objects.filter(slug=slug, drama__isnull=False)
    return former.values_list("drama", flat=True).first() if slug else None


def _by_title(post: Post) -> int:
    title = one_line(html.unescape(post.title))
    found = list(Drama.objects.filter(title=title).values_list("pk", flat=True)[:2])
    if len(found) == 1 and title:
        return found[0]
    name = post.title or post.slug or post.link or post.number
    if found:
        raise RefusedReply(_("several dramas are called “%s”; a mapping can say which") % name)
    raise RefusedReply(_("no drama has the address or the title of its post “%s”") % name[:100])
