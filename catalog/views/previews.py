"""The pages of a drama, as visitors will see them, for whoever has a link to its preview."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from catalog.models import Drama
from catalog.previews import ExpiredError, Preview, drama_behind
from catalog.views import artwork, dramas

View = Callable[..., HttpResponse]
PARTS = r"(?=[\"#?]|episodes/[\"?]|gallery/[0-9]+/\"|(?:poster|backdrop)\.svg)"


def _preview(view: Callable[..., HttpResponse]) -> View:
    """The view of a drama, for a signed link: never kept, never indexed, never told elsewhere."""

    @wraps(view)
    def show(request: HttpRequest, signed: str, **kwargs: object) -> HttpResponse:
        try:
            drama, preview = drama_behind(signed)
        except LookupError as error:
            raise Http404(str(error)) from error
        except ExpiredError:
            return _unkept(render(request, "catalog/preview_expired.html", status=410))
        if Drama.objects.published().filter(pk=drama.pk).exists():
            return _unkept(HttpResponseRedirect(drama.get_absolute_url()))
        request.preview = preview  # type: ignore[attr-defined]
        response = view(request, drama, **kwargs)
        _lead_within(response, drama, preview)
        return _unkept(response)

    return show


def _lead_within(response: HttpResponse, drama: Drama, preview: Preview) -> None:
    """Links to the drama's own pages lead to their previews: its address does not open yet."""
    if response.headers["Content-Type"].startswith("text/html"):
        own = re.compile(f'="{re.escape(drama.get_absolute_url())}{PARTS}'.encode())
        response.content = own.sub(f'="{preview.path}'.encode(), response.content)


def _unkept(response: HttpResponse) -> HttpResponse:
    response.headers["Cache-Control"] = "no-store, private"
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    # Whoever is linked to would learn the link.
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


drama = _preview(dramas.page_of_drama)
episodes = _preview(dramas.page_of_episodes)
gallery_image = _preview(dramas.page_of_image)
poster_art = _preview(artwork.drawn_poster)
backdrop_art = _preview(artwork.drawn_backdrop)
