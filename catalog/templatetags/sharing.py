"""The picture of a page in Open Graph, and what kind of thing the page is about."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from catalog.metadata import shared_variant
from catalog.models import Drama, Person, Picture
from catalog.models.drama import Kind
from catalog.sharing import Card, card_of_drama, card_of_person, card_of_site
from catalog.sharing.drawing import HEIGHT, WIDTH
from dramasite.absolute import absolute

register = template.Library()
OF_KIND = {Kind.FILM: "video.movie", Kind.SPECIAL: "video.other"}


@register.inclusion_tag("catalog/_share_card.html", takes_context=True)
def site_card(context: template.Context) -> dict[str, Any]:
    return _drawn(context, card_of_site(), settings.SITE_NAME, "website")


@register.inclusion_tag("catalog/_share_card.html", takes_context=True)
def drama_card(context: template.Context, drama: Drama) -> dict[str, Any]:
    alt = _("Poster and title of “%(title)s”") % {"title": drama.title}
    kind = OF_KIND.get(Kind(drama.kind), "video.tv_show")
    return _drawn(context, card_of_drama(drama), alt, kind)


@register.inclusion_tag("catalog/_share_card.html", takes_context=True)
def person_card(context: template.Context, person: Person) -> dict[str, Any]:
    said = _("Portrait and name of %(name)s") if person.portrait else _("The name of %(name)s")
    return _drawn(context, card_of_person(person), said % {"name": person.name}, "profile")


@register.inclusion_tag("catalog/_share_card.html", takes_context=True)
def picture_card(context: template.Context, picture: Picture) -> dict[str, Any]:
    """A page about a picture shares that picture."""
    file = shared_variant(picture)
    size = {"width": str(file.width), "height": str(file.height)}
    return {"kind": "website", "image": _at(context, file.url), "alt": picture.alt} | size


@register.inclusion_tag("catalog/_oembed.html", takes_context=True)
def oembed_links(context: template.Context, drama: Drama) -> dict[str, str]:
    """Where another site learns how to show the drama."""
    url = _at(context, drama.get_absolute_url())
    found = {
        name: _at(context, f"{reverse('oembed')}?{urlencode({'url': url, 'format': name})}")
        for name in ("json", "xml")
    }
    return {"title": drama.title, **found}


def _drawn(context: template.Context, card: Card, alt: str, kind: str) -> dict[str, Any]:
    image = _at(context, card.url)
    size = {"width": str(WIDTH), "height": str(HEIGHT)}
    return {"kind": kind, "image": image, "alt": alt} | size


def _at(context: template.Context, path: str) -> str:
    return absolute(path, context.request)  # type: ignore[attr-defined]
