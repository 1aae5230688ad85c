"""Every page that a visitor may reach, and what none of them may hold, whatever the data is."""

from __future__ import annotations

import re
import time
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from django.db import connection
from django.test import Client

from catalog.models import Country, Drama, Genre, Network, Person, Tag
from catalog.models.dates import Precision

MOST_QUERIES = {"drama": 12}
MOST_QUERIES_OF_A_LIST = 8
FAULTS = {
    "None where a value should stand": r'[>"=]\s*None\s*[<">]',
    "template syntax": r"\{\{|\{%|\{#|%\((?:[a-z_]+)\)[sd]",
    "an empty address": r'\s(?:href|src|srcset|action)=(?:""|\s|>)',
    "escaped twice": r"&amp;(?:amp|lt|gt|quot|nbsp|#x?[0-9a-fA-F]+);",
}


def faults_of(html: str) -> list[str]:
    """Each fault once, with what stands around it."""
    found = []
    for fault, pattern in FAULTS.items():
        if match := re.search(pattern, html):
            found.append(f"{fault}: {html[max(0, match.start() - 60) : match.end() + 40]!r}")
    return found


def addresses() -> Iterator[tuple[str, str]]:
    """Kinds and addresses of the pages that are not the further page of a list."""
    yield "home", "/"
    yield "dramas", "/dramas/"
    yield "people", "/people/"
    yield "calendar", "/calendar/"
    yield "search", "/search/"
    yield from (("found", f"/search/?q={typed}") for typed in ("love", "a", "花", "nothng"))
    dramas = Drama.objects.published().order_by("pk")
    for slug in dramas.values_list("slug", flat=True):
        yield "drama", f"/dramas/{slug}/"
        yield "episodes", f"/dramas/{slug}/episodes/"
    for slug in Person.objects.published().order_by("pk").values_list("slug", flat=True):
        yield "person", f"/people/{slug}/"
    for noun in (Country, Genre, Network, Tag):
        kind = str(noun._meta.model_name)
        for label in noun.objects.in_use():
            yield kind, label.get_absolute_url()
    for day in dramas.dates("released_on", "year"):
        yield "year", f"/years/{day.year}/"
    for day in dramas.filter(released_precision=Precision.DAY).dates("released_on", "day"):
        yield "day", f"/calendar/{day}/"
        if day.day == 1:
            yield "month", f"/calendar/{day:%Y-%m}/"


class Crawl:
    """Asks for pages; ``milliseconds`` of the processor, ``queries`` and ``faults`` by kind."""

    def __init__(self) -> None:
        self.client = Client(SERVER_NAME="localhost")
        self.milliseconds: defaultdict[str, list[float]] = defaultdict(list)
        self.queries: defaultdict[str, list[int]] = defaultdict(list)
        self.faults: list[str] = []

    def visit(self, kind: str, address: str) -> None:
        """The page, and the further ones when it is a list of several pages."""
        page: int | None = 1
        while page:
            page = self._visit(kind, address if page == 1 else f"{address}?page={page}", page)

    def _visit(self, kind: str, address: str, page: int) -> int | None:
        queries: list[str] = []

        def count(execute: Any, sql: str, *rest: Any) -> Any:
            queries.append(sql)
            return execute(sql, *rest)

        began = time.process_time()
        with connection.execute_wrapper(count):
            response = self.client.get(address)
        self.milliseconds[kind].append(1000 * (time.process_time() - began))
        self.queries[kind].append(len(queries))
        html = response.content.decode()
        faults = faults_of(html)
        if response.status_code != 200:
            faults.append(f"answered {response.status_code}")
        if len(queries) > MOST_QUERIES.get(kind, MOST_QUERIES_OF_A_LIST):
            faults.append(f"{len(queries)} queries")
        self.faults += [f"{address}: {fault}" for fault in faults]
        return page + 1 if f'"?page={page + 1}"' in html else None
