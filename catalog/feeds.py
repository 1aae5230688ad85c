"""The newest dramas, for feed readers."""

from __future__ import annotations

import datetime
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from catalog.images import sources_of
from catalog.models import Drama
from dramasite.absolute import absolute, on_the_site
from dramasite.syndication import LENGTH, SiteFeed


class DramasFeed(SiteFeed):
    """``updated`` is when the facts of a drama changed last; replies have feeds of their own."""

    description_template = "catalog/drama_feed_entry.html"

    def title(self) -> str:
        return _("New on %(site)s") % {"site": settings.SITE_NAME}

    def subtitle(self) -> str:
        return _("The dramas that came to %(site)s last.") % {"site": settings.SITE_NAME}

    def link(self) -> str:
        return on_the_site(reverse("dramas"))

    def author_name(self) -> str:
        return settings.SITE_NAME

    def items(self) -> list[Drama]:
        newest = Drama.objects.published().newest_here_first().with_posters()
        return list(newest.prefetch_related("genres")[:LENGTH])

    def item_title(self, item: Drama) -> str:
        return f"{item.title} ({item.released.year})" if item.released else item.title

    def item_guid(self, item: Drama) -> str:
        return f"dramas/{item.pk}"

    def item_pubdate(self, item: Drama) -> datetime.datetime:
        return item.publish_at or item.created_at

    def item_updateddate(self, item: Drama) -> datetime.datetime:
        return max(item.changed_at, self.item_pubdate(item))

    def item_categories(self, item: Drama) -> list[str]:
        return [genre.name for genre in item.genres.all()]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        drama, request = kwargs["item"], kwargs["request"]
        poster = sources_of(drama.poster, "large")[-1] if drama.poster else None
        return {
            "drama": drama,
            "poster": poster,
            "poster_url": absolute(poster.url, request) if poster else "",
        }
