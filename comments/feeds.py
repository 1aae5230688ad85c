"""What readers said last, anywhere or of one drama, for feed readers."""

from __future__ import annotations

import datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.feedgenerator import SyndicationFeed
from django.utils.translation import gettext as _

from catalog.models import Drama
from comments.models import Reply
from comments.models.reply import ReplyQuerySet
from comments.quotation import told
from dramasite.absolute import on_the_site
from dramasite.syndication import LENGTH, SiteFeed, tag_uri

READ = ("name", "body", "body_html", "about_episode", "created_at", "first_shown_at", "edited_at")


class RepliesFeed(SiteFeed):
    def title(self) -> str:
        return _("Replies on %(site)s") % {"site": settings.SITE_NAME}

    def subtitle(self) -> str:
        return _("What readers of %(site)s said last.") % {"site": settings.SITE_NAME}

    def link(self) -> str:
        return on_the_site(reverse("home"))

    def items(self) -> ReplyQuerySet:
        return _newest()[:LENGTH]

    def item_title(self, item: Reply) -> str:
        said = {"name": item.name, "drama": item.drama.title}
        return _("%(name)s on “%(drama)s”") % said

    def item_description(self, item: Reply) -> str:
        """As on the page, without what gives the story away."""
        is_all_told = "||" not in item.body and item.about_episode is None
        return item.body_html if is_all_told else told(item)

    def item_guid(self, item: Reply) -> str:
        return f"replies/{item.pk}"

    def item_author_name(self, item: Reply) -> str:
        return item.name

    def item_pubdate(self, item: Reply) -> datetime.datetime:
        return item.first_shown_at or item.created_at

    def item_updateddate(self, item: Reply) -> datetime.datetime:
        return max(self.item_pubdate(item), item.edited_at or item.created_at)


class DramaRepliesFeed(RepliesFeed):
    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Drama:
        return get_object_or_404(Drama.objects.published(), slug=kwargs["slug"])

    def get_feed(self, obj: Drama, request: HttpRequest) -> SyndicationFeed:
        feed = super().get_feed(obj, request)
        # The address has the slug in it, which may change.
        feed.feed["id"] = tag_uri(feed.feed["link"], obj.created_at, f"dramas/{obj.pk}/replies")
        return feed

    def title(self, drama: Drama) -> str:  # type: ignore[override]
        return _("Replies to “%(drama)s”") % {"drama": drama.title}

    def subtitle(self, drama: Drama) -> str:  # type: ignore[override]
        said = {"site": settings.SITE_NAME, "drama": drama.title}
        return _("What readers of %(site)s said of “%(drama)s” last.") % said

    def link(self, drama: Drama) -> str:  # type: ignore[override]
        return on_the_site(drama.get_absolute_url())

    def items(self, drama: Drama) -> ReplyQuerySet:  # type: ignore[override]
        return _newest().filter(drama=drama)[:LENGTH]


def _newest() -> ReplyQuerySet:
    # Without the address, sealed or not: what is not read cannot slip out.
    newest = Reply.objects.published().newest_first().select_related("drama")
    return newest.only(*READ, "drama__title")
