"""A plain page: an article with its day, or a page that lasts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from catalog.metadata.nodes import At, Node, node

if TYPE_CHECKING:
    from catalog.models import Page


def page_node(page: Page, at: At) -> Node:
    address = at(page.get_absolute_url())
    if not page.is_dated or not page.publish_at:
        return node("WebPage", address, name=page.title)
    day = timezone.localtime(page.publish_at).date().isoformat()
    return node("Article", address, headline=page.title, datePublished=day)
