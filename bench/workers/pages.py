"""One catalogue of bench/scale.py: asks for its pages, and says what they cost.

Reads names of cases from standard input, a line each; answers in JSON, a line each.
"""

from __future__ import annotations

import json
import logging
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
DRAMAS = 12  # of which the page is asked for, famous and obscure ones
DEEP_PAGE = 500
CHOICES = {
    "nothing chosen": "",
    "1 facet": "genre=romance",
    "2 facets": "genre=romance&country=south-korea",
    "3 facets": "genre=romance&country=south-korea&status=ended",
    "4 facets": "genre=comedy&genre=romance&country=south-korea&kind=series",
}
SEARCHES = {
    "1 character": "花",
    "2 characters": "月亮",
    "common word": "moon",
    "two words": "moon forest",
    "rare word": "Qinpelnam",
    "misspelt": "hopsital",
    "misspelt name": "Kim Mn Ji",
}
PAGES = {
    "home": "/",
    "people": "/people/",
    "genre": "/genres/romance/",
    "country": "/countries/south-korea/",
    "year": "/years/2020/",
    "calendar": "/calendar/",
    "month": "/calendar/2023-05/",
    "sitemap's index": "/sitemap.xml",
    "newest dramas as a feed": "/feeds/dramas.atom",
    "latest replies as a feed": "/feeds/replies.atom",
    "list in the API": "/api/dramas/",
}


def set_up() -> None:
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dramasite.settings")
    # The settings take the folder from the environment when they are loaded.
    import django

    django.setup()
    logging.disable(logging.ERROR)


def cases() -> dict[str, list[str]]:
    """Addresses of each case."""
    found = dict(_of_nouns())
    for name, query in CHOICES.items():
        found[f"browse, first page, {name}"] = [f"/dramas/?{query}"]
    for name, query in CHOICES.items():
        found[f"browse, page {DEEP_PAGE} or the last, {name}"] = [_deep(query)]
    for name, words in SEARCHES.items():
        found[f"search, {name}"] = [f"/search/?q={words}"]
    return found | {name: [address] for name, address in PAGES.items()}


def _of_nouns() -> Iterator[tuple[str, list[str]]]:
    # Models can be loaded only now that Django is set up.
    from catalog.models import Drama, Person

    shown = Drama.objects.published()
    keys = list(shown.order_by("pk").values_list("pk", flat=True))
    some = shown.filter(pk__in=keys[:: len(keys) // DRAMAS][:DRAMAS])
    yield "drama", [drama.get_absolute_url() for drama in some]
    # A generated catalogue says most of its most popular drama, and begins with its busiest person.
    talked_of = shown.order_by("figures__popularity", "pk")[0].get_absolute_url()
    yield "drama with ten thousand replies", [talked_of]
    yield "its second page of replies", [f"{talked_of}replies/?page=2"]
    yield "person with the most credits", [Person.objects.earliest("pk").get_absolute_url()]


def _deep(query: str) -> str:
    """The 500th page, or the last one there is."""
    low, high = 1, DEEP_PAGE
    while low < high:
        middle = (low + high + 1) // 2
        is_there = ask(f"/dramas/?{query}&page={middle}").status_code == 200
        low, high = (middle, high) if is_there else (low, middle - 1)
    return f"/dramas/?{query}&page={low}"


def ask(address: str) -> Any:
    from django.test import Client  # needs the settings

    return Client(SERVER_NAME="localhost").get(address)


def measured(addresses: list[str]) -> dict[str, Any]:
    from django.db import connection  # needs the settings

    queries = Queries()
    with connection.execute_wrapper(queries):
        began = time.process_time()
        for address in addresses:
            answer = ask(address)
            if answer.streaming:
                b"".join(answer)
        spent = time.process_time() - began
    each = len(addresses)
    return {
        "ms": 1000 * spent / each,
        "queries": round(queries.count / each),
        "status": answer.status_code,
        "megabytes": megabytes(),
    }


class Queries:
    count = 0

    def __call__(self, execute: Callable[..., Any], *arguments: Any) -> Any:
        self.count += 1
        return execute(*arguments)


def megabytes() -> float:
    """What the process holds in memory of its own."""
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


def main() -> None:
    set_up()
    known = cases()
    sys.stdout.write(json.dumps(list(known)) + "\n")
    sys.stdout.flush()
    for line in sys.stdin:
        sys.stdout.write(json.dumps(measured(known[line.strip()])) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
