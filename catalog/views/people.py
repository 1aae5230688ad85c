"""The list of people, and a person."""

from __future__ import annotations

from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from catalog.models import Credit, Drama, Person
from catalog.views.former import follow_former_slugs
from dramasite.pagination import page_of


def people(request: HttpRequest) -> HttpResponse:
    shown = Person.objects.published().select_related("portrait").order_by("name", "pk")
    page = page_of(shown, request, per_page=60)
    return render(request, "catalog/person_list.html", {"page": page})


@follow_former_slugs(Person)
def person(request: HttpRequest, slug: str) -> HttpResponse:
    person = get_object_or_404(Person.objects.published().select_related("portrait"), slug=slug)
    credits = (
        person.credits.filter(drama__in=Drama.objects.published())
        .select_related("drama__poster")
        .order_by(F("drama__released_on").desc(nulls_last=True), "drama_id", "pk")
    )
    cast, crew = Credit.cast_and_crew(credits)
    return render(
        request,
        "catalog/person_detail.html",
        {"person": person, "cast": cast, "crew": crew, "other_names": person.other_names.all()},
    )
