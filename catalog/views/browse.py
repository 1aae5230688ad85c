"""The list of all dramas, or of those that a visitor chooses."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render

from catalog.browse.choice import Choice
from catalog.browse.found import find
from catalog.browse.orders import DEFAULT, ORDERS
from dramasite.pagination import page_of

# Whole rows of two, three, four and five posters.
PER_PAGE = 60


def dramas(request: HttpRequest) -> HttpResponse:
    # Not request.GET, which puts the pairs into an order of its own.
    pairs = parse_qsl(request.META.get("QUERY_STRING", ""), keep_blank_values=True)
    choice = Choice.parse(pairs)
    found = find(choice)
    page = page_of(found.dramas, request, per_page=PER_PAGE)
    if not choice.is_spelt(pairs, page.number):
        return HttpResponsePermanentRedirect(request.path + choice.page_query(page.number))
    context = {
        "found": found,
        "page": page,
        "query": choice.page_query(page.number),
        "pager_query": "".join(f"{urlencode([pair])}&" for pair in choice.pairs),
        "orders": [
            (order, choice.sorted_by(sort).url, sort == choice.sort)
            for sort, order in ORDERS.items()
        ],
        # One of many ways to look at what other pages list: not one more for search engines.
        "is_a_side_way": len(choice.picked) > 1 or choice.sort != DEFAULT or not found.dramas,
    }
    return render(request, "catalog/drama_list.html", context)
