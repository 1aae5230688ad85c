"""The further pages of a thread that is too long for the list."""

from __future__ import annotations

from django.core.paginator import InvalidPage, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from catalog.models import Drama
from comments.discussion import discussion_of
from comments.models import Reply
from comments.reading import Reading
from comments.views.reply import reply
from comments.whereabouts import address_of
from dramasite.absolute import absolute
from dramasite.reading import read_only


@read_only
def thread(request: HttpRequest, pk: int) -> HttpResponse:
    """The first page is where the thread stands among the others."""
    discussion, reading = discussion_of(_drama(pk)), Reading.of(request.GET)
    parts = discussion.parts(pk)
    if not parts:
        return reply(request, pk)
    try:
        page = Paginator(parts, 1).page(request.GET.get("page", 1))
    except InvalidPage as error:
        raise Http404(str(error)) from error
    beginning = address_of(discussion, pk, reading)
    if page.number == 1 and beginning:
        return redirect(beginning)
    place = reverse("thread", args=[pk]) + Reading().address_query(page.number)
    context = {
        "drama": discussion.drama,
        "page": page,
        "reading": reading,
        "beginning": beginning,
        "count": parts[0].count,
        "total": discussion.count,
        "last_episode": discussion.last_episode,
        "threads": discussion.shown(list(page.object_list), reading),
        "is_closed": discussion.is_closed,
        "canonical_url": absolute(place, request),
    }
    return render(request, "comments/reply_thread.html", context)


def _drama(pk: int) -> Drama:
    found = Reply.objects.select_related("drama").filter(drama__in=Drama.objects.published())
    return get_object_or_404(found, pk=pk).drama
