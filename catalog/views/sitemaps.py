"""The sitemap: an index, and the files that it lists (https://www.sitemaps.org/protocol.html)."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from urllib.parse import urljoin
from xml.sax.saxutils import escape

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from catalog import sitemaps
from dramasite.absolute import absolute
from dramasite.conditional import conditional

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
IMAGES = "http://www.google.com/schemas/sitemap-image/1.1"


@conditional
def sitemap_index(request: HttpRequest) -> HttpResponse:
    origin = absolute("/", request)[:-1]
    entries = (
        f"<sitemap>{_loc(origin + reverse('sitemap', args=[file.section, file.number]))}"
        f"{_lastmod(file.changed_at)}</sitemap>"
        for file in sitemaps.files()
    )
    return _xml(f'<sitemapindex xmlns="{NAMESPACE}">', entries, "</sitemapindex>")


@conditional
def sitemap(request: HttpRequest, section: str, number: int) -> HttpResponse:
    origin = absolute("/", request)[:-1]
    try:
        pages = list(sitemaps.pages_of(section, number))
    except LookupError as error:
        raise Http404(str(error)) from error
    if not pages:
        raise Http404("nothing is published of it")
    head = f'<urlset xmlns="{NAMESPACE}" xmlns:image="{IMAGES}">'
    return _xml(head, (_url(origin, page) for page in pages), "</urlset>")


def _url(origin: str, page: sitemaps.Page) -> str:
    images = "".join(
        f"<image:image>{_loc(urljoin(origin, path), 'image:loc')}</image:image>"
        for path in page.images
    )
    return f"<url>{_loc(origin + page.path)}{_lastmod(page.changed_at)}{images}</url>"


def _loc(address: str, tag: str = "loc") -> str:
    return f"<{tag}>{escape(address)}</{tag}>"


def _lastmod(at: datetime.datetime | None) -> str:
    return f"<lastmod>{at.isoformat(timespec='seconds')}</lastmod>" if at else ""


def _xml(head: str, entries: Iterable[str], tail: str) -> HttpResponse:
    text = "\n".join(('<?xml version="1.0" encoding="UTF-8"?>', head, *entries, tail, ""))
    return HttpResponse(text, content_type="application/xml; charset=utf-8")
