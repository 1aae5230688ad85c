"""Replies of a site whose posts were taken in: each belongs to the drama that its post became."""

from __future__ import annotations

from django.utils.translation import gettext as _

from catalog.importers.wxr import number_of
from catalog.models import ImportedPost
from comments.importers.posts import Attaching
from comments.importers.records import Post, RefusedReply


class AttachingTaken(Attaching):
    """``source`` is the blog's address. Posts are told apart by their numbers alone."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self._source = source

    def _look_up(self, post: Post) -> int:
        row = ImportedPost.objects.filter(source=self._source, number=number_of(post.number))
        found = row.values_list("drama", "page").first()
        if found is None:
            raise RefusedReply(_("its post was not taken"))
        if found[0] is None:
            raise RefusedReply(
                _("its post is a page, which has no replies")
                if found[1]
                else _("its drama was deleted here")
            )
        return found[0]
