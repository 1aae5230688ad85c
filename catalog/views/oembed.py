"""How another site shows a drama of ours: in JSON or XML, to whoever asks."""

from __future__ import annotations

from functools import partial
from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse

from catalog.models import Drama
from catalog.oembed import Answer, Room, answer_for, as_xml, slug_of
from dramasite.absolute import absolute

FORMATS = ("json", "xml")


def oembed(request: HttpRequest) -> HttpResponse:
    wanted = request.GET.get("format", "json")
    if wanted not in FORMATS:
        return _told("Ask for json or xml.", 501)
    try:
        room = Room(_pixels(request, "maxwidth"), _pixels(request, "maxheight"))
    except ValueError:
        return _told("maxwidth and maxheight are numbers of pixels.", 400)
    drama = _drama(request)
    return _answered(answer_for(drama, partial(absolute, request=request), room), wanted)


def _pixels(request: HttpRequest, name: str) -> int | None:
    text = request.GET.get(name, "")
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) < 8 and int(text)):
        raise ValueError(name)
    return int(text)


def _drama(request: HttpRequest) -> Drama:
    hosts = {request.get_host(), urlsplit(settings.SITE_URL).netloc} - {""}
    try:
        slug = slug_of(request.GET.get("url", ""), {host.lower() for host in hosts})
    except LookupError as error:
        raise Http404(str(error)) from error
    shown = Drama.objects.published().select_related("poster")
    by_former = shown.filter(former_slugs__slug=slug)
    drama = shown.filter(slug=slug).first() or by_former.first()
    if drama is None:
        raise Http404("no such drama")
    return drama


def _answered(answer: Answer, wanted: str) -> HttpResponse:
    if wanted == "json":
        response: HttpResponse = JsonResponse(answer)
    else:
        response = HttpResponse(as_xml(answer), content_type="text/xml; charset=utf-8")
    return _open_to_all(response)


def _told(words: str, status: int) -> HttpResponse:
    response = HttpResponse(words, status=status, content_type="text/plain; charset=utf-8")
    return _open_to_all(response)


def _open_to_all(response: HttpResponse) -> HttpResponse:
    response["Access-Control-Allow-Origin"] = "*"
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response
