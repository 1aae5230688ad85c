"""The further pages of a drama's replies, and where a new one is posted."""

from __future__ import annotations

from django.core.paginator import InvalidPage
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from catalog.models import Drama, FormerSlug
from comments.discussion import discussion_of
from comments.reading import Reading
from comments.views.posting import Place, receive, refuse_cross_site
from dramasite.absolute import absolute
from dramasite.crosssite import own_posts_only


def _drama(slug: str) -> Drama:
    """By its slug or a former one, so that a form opened before a change still finds home."""
    former = FormerSlug.objects.filter(slug=slug, drama__isnull=False).values("drama")
    shown = Drama.objects.published()
    return shown.filter(slug=slug).first() or get_object_or_404(shown, pk__in=former)


def _refuse(request: HttpRequest, slug: str) -> HttpResponse:
    return refuse_cross_site(request, Place(_drama(slug)))


@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters()
@own_posts_only(_refuse)
def replies(request: HttpRequest, slug: str) -> HttpResponse:
    drama = _drama(slug)
    if request.method == "POST":
        return receive(request, Place(drama))
    address = reverse("replies", args=[drama.slug])
    if slug != drama.slug:
        return HttpResponsePermanentRedirect(address)
    discussion, reading = discussion_of(drama), Reading.of(request.GET)
    try:
        page = discussion.page(request.GET.get("page", 1), reading.order)
    except InvalidPage as error:
        raise Http404(str(error)) from error
    # What is unfolded makes no other page of it.
    place = address + reading.but(seen=0, opened=0).address_query(page.number)
    context = {
        "drama": drama,
        "page": page,
        "reading": reading,
        "last_episode": discussion.last_episode,
        "threads": discussion.shown(page.object_list[0], reading),
        "count": discussion.count,
        "is_closed": discussion.is_closed,
        "slow_minutes": discussion.terms.slow_minutes,
        "form": Place(drama).form(),
        "canonical_url": absolute(place, request),
    }
    return render(request, "comments/reply_list.html", context)
