"""The list of people, a person, and all that a person did in a role."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from catalog.filmography import credits_of, filmography_of
from catalog.index_of_people import LETTERS, best_known, page_from
from catalog.introductions.person import introduction
from catalog.models import Person, Role
from catalog.often_with import colleagues_of
from catalog.views.former import follow_former_slugs
from catalog.ways_on import genres_of
from dramasite.pagination import page_of

OF_FIRST_ROLE, OF_A_ROLE = 24, 12


def people(request: HttpRequest) -> HttpResponse:
    """Who plays in the most popular dramas; by name, from whatever name is asked for."""
    start = request.GET.get("from", "").replace("\x00", "")[:200]
    page = page_from(start, request.GET.get("id", "")) if start else None
    known = [] if page else best_known()
    context = {
        "letters": LETTERS,
        "start": start,
        "page": page,
        "best_known": known,
        "people": page.people if page else [credit.person for credit in known],
        "canonical_query": f"?from={start}" if start in LETTERS else "",
    }
    return render(request, "catalog/person_list.html", context)


@follow_former_slugs(Person)
def person(request: HttpRequest, slug: str) -> HttpResponse:
    person = _published(slug)
    filmography = filmography_of(person)
    context = {
        "person": person,
        "introduction": introduction(filmography.facts(timezone.localdate())),
        "other_names": person.other_names.all(),
        "sections": filmography.sections(OF_FIRST_ROLE, OF_A_ROLE),
        "colleagues": [
            (each, [filmography.dramas[pk] for pk in each.dramas[:2]])
            for each in colleagues_of(person, list(filmography.dramas))
        ],
        "genres": genres_of(list(filmography.dramas)),
    }
    return render(request, "catalog/person_detail.html", context)


@follow_former_slugs(Person)
def role(request: HttpRequest, slug: str, role: str) -> HttpResponse:
    person = _published(slug)
    lines = filmography_of(person).of_role(role)
    if not lines:
        raise Http404("no such role")
    page = page_of(lines, request, per_page=60)
    context = {
        "person": person,
        "role": Role(role),
        "page": page,
        "credits": list(credits_of(page.object_list).values()),
    }
    return render(request, "catalog/person_role.html", context)


def _published(slug: str) -> Person:
    return get_object_or_404(Person.objects.published().select_related("portrait"), slug=slug)
