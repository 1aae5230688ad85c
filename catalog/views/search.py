"""The search, its suggestions while somebody types, and its description for browsers."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse

from catalog.search import find
from catalog.search.index import catch_up
from catalog.search.query import Query
from catalog.search.results import best_known, results_of
from dramasite.absolute import absolute
from dramasite.pagination import page_of

ON_A_PAGE = 20
SUGGESTED = 7
BEST_KNOWN = 12
# Marks that a search sees to before it looks; more of them are for who writes or for the worker.
MARKS = 50


def search(request: HttpRequest) -> HttpResponse:
    query = Query.parse(request.GET.get("q", ""))
    catch_up(MARKS)
    finding = find(query)
    page = page_of(finding.hits, request, ON_A_PAGE)
    context = {
        "query": query,
        "searched": query.text,
        "finding": finding,
        "page": page,
        "results": results_of(list(page), query),
        "pages_query": urlencode({"q": query.text}) + "&",
        "best_known": [] if query.text else best_known(BEST_KNOWN),
    }
    return render(request, "catalog/search.html", context)


def suggestions(request: HttpRequest) -> HttpResponse:
    """In the form that browsers know from OpenSearch: names, notes and addresses."""
    query = Query.parse(request.GET.get("q", ""))
    catch_up(MARKS)
    results = results_of(find(query).hits[:SUGGESTED], query)
    answer = [
        query.text,
        [str(result.noun) for result in results],
        [result.note for result in results],
        [absolute(result.noun.get_absolute_url(), request) for result in results],
    ]
    response = JsonResponse(answer, safe=False)
    response["X-Robots-Tag"] = "noindex"
    return response


def opensearch(request: HttpRequest) -> HttpResponse:
    context = {
        "search_url": absolute(reverse("search"), request),
        "suggestions_url": absolute(reverse("suggestions"), request),
        "icon_url": absolute(static("icon.svg"), request),
    }
    kind = "application/opensearchdescription+xml"
    return render(request, "catalog/opensearch.xml", context, content_type=kind)
