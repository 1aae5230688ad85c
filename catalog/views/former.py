"""Old addresses lead to where the page has gone."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import reverse

from catalog.models import Drama, Person

View = Callable[..., HttpResponse]


def follow_former_slugs(noun: type[Drama | Person]) -> Callable[[View], View]:
    """For views of a drama or a person: what once had this slug is redirected to (301)."""

    def decorate(view: View) -> View:
        @wraps(view)
        def follow(request: HttpRequest, slug: str, **kwargs: object) -> HttpResponse:
            try:
                return view(request, slug=slug, **kwargs)
            except Http404:
                # Only what is published: a redirect would tell the address of a draft.
                moved = noun.objects.published().filter(former_slugs__slug=slug).first()
                if moved is None or request.resolver_match is None:
                    raise
                name = request.resolver_match.view_name
                return HttpResponsePermanentRedirect(
                    reverse(name, kwargs={**kwargs, "slug": moved.slug})
                )

        return follow

    return decorate
