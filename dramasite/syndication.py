"""Atom (RFC 4287) and JSON Feed 1.1 of what a ``SiteFeed`` declares, for either app."""

from __future__ import annotations

import datetime
import json
import re
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed, SyndicationFeed, rfc3339_date
from django.views.decorators.http import require_safe

from dramasite.absolute import absolute, on_the_site
from dramasite.conditional import conditional

LENGTH = 30  # entries of a feed
# What no XML may hold, however it came into the database.
NOT_IN_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Of a feed that has nothing yet: the same whenever it is asked for.
NEVER = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)


def tag_uri(link: str, day: datetime.datetime, name: str) -> str:
    """RFC 4151. It outlives a change of address, as long as the site keeps its host."""
    return f"tag:{urlsplit(link).hostname},{day.astimezone(datetime.UTC):%Y-%m-%d}:{name}"


class TaggedFeed(SyndicationFeed):
    """An item's ``unique_id`` becomes a tag URI."""

    def add_item(  # type: ignore[override]
        self, title: str, link: str, description: str, **item: Any
    ) -> None:
        item["unique_id"] = tag_uri(link, item["pubdate"], item["unique_id"])
        if item["author_name"]:
            item["author_name"] = NOT_IN_XML.sub("", item["author_name"])
        title, description = (NOT_IN_XML.sub("", text) for text in (title, description))
        super().add_item(title, link, description, **item)

    def latest_post_date(self) -> datetime.datetime:
        return super().latest_post_date() if self.items else NEVER


class AtomFeed(TaggedFeed, Atom1Feed):
    """With the whole text as content, and the hub that tells of changes if there is one."""

    def add_root_elements(self, handler: Any) -> None:
        super().add_root_elements(handler)
        if settings.WEBSUB_HUB:
            handler.addQuickElement("link", "", {"rel": "hub", "href": settings.WEBSUB_HUB})

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item | {"description": None})
        handler.addQuickElement("content", item["description"], {"type": "html"})


class JsonFeed(TaggedFeed):
    """https://www.jsonfeed.org/version/1.1/"""

    content_type = "application/feed+json; charset=utf-8"

    def write(self, outfile: Any, encoding: str) -> None:
        outfile.write(json.dumps(self._said(), ensure_ascii=False).encode(encoding))

    def _said(self) -> dict[str, Any]:
        said = {
            "version": "https://jsonfeed.org/version/1.1",
            "title": self.feed["title"],
            "description": self.feed["subtitle"],
            "home_page_url": self.feed["link"],
            "feed_url": self.feed["feed_url"],
            "language": self.feed["language"],
            "authors": _authors(self.feed),
            "hubs": [{"type": "WebSub", "url": hub} for hub in [settings.WEBSUB_HUB] if hub],
        }
        return _known(said) | {"items": [_item(item) for item in self.items]}


def _item(item: dict[str, Any]) -> dict[str, Any]:
    return _known(
        {
            "id": item["unique_id"],
            "url": item["link"],
            "title": item["title"],
            "content_html": item["description"],
            "date_published": rfc3339_date(item["pubdate"]),
            "date_modified": rfc3339_date(item["updateddate"]),
            "authors": _authors(item),
            "tags": list(item["categories"]),
        }
    )


def _authors(said: dict[str, Any]) -> list[dict[str, str]]:
    return [{"name": said["author_name"]}] if said["author_name"] else []


def _known(said: dict[str, Any]) -> dict[str, Any]:
    # The content is required, be it empty.
    return {name: each for name, each in said.items() if each or name == "content_html"}


class SiteFeed(Feed):
    """A feed in either format; 304 for whoever has it. Titles are plain text, not HTML.

    Needs ``item_guid`` (unique on this site), ``item_pubdate`` and ``item_updateddate``
    besides what Django asks for.
    """

    def __init__(self, feed_type: type[SyndicationFeed] = AtomFeed) -> None:
        self.feed_type = feed_type
        # On the instance, where a decorator around it finds it too: dramasite/reading.py.
        self.csrf_exempt = True

    def __call__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        answer = require_safe(conditional(super().__call__))
        return answer(request, *args, **kwargs)

    def get_feed(self, obj: Any, request: HttpRequest) -> SyndicationFeed:
        feed = super().get_feed(obj, request)
        feed.feed["feed_url"] = feed.feed["id"] = absolute(request.path, request)
        return feed

    def item_title(self, item: Any) -> str:
        return str(item)

    def item_link(self, item: Any) -> str:
        return on_the_site(item.get_absolute_url())
