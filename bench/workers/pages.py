"""One catalogue of bench/scale.py: asks for its pages, and says what they cost.

Reads names of cases from standard input, a line each; answers in JSON, a line each.
"""

from __future__ import annotations

import json
import logging
import os
import re
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

ROOT = Path(__file__).resolve().parent.parent.parent
DRAMAS = 12  # of which the page is asked for, famous and obscure ones
DEEP_PAGE = 500
RARE = 2  # dramas in whose story a rare word is
LOOKED_THROUGH = 600  # dramas, for such a word
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
# The name of a place in a generated story; one of three syllables is rare.
PLACE = re.compile(r"\breturns to ([A-Z][a-z]{7,})\.")
Ask = Callable[[], Any]


def set_up() -> None:
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dramasite.settings")
    # The settings take the folder from the environment when they are loaded.
    import django

    django.setup()
    logging.disable(logging.ERROR)


def cases() -> dict[str, list[Ask]]:
    """What is asked in each case; of several, a request counts."""
    found: dict[str, list[Ask]] = {}
    for name, addresses in _pages():
        found[name] = [partial(get, address) for address in addresses]
    for name, query in CHOICES.items():
        found[f"all counts, {name}"] = [partial(_counts, query)]
    return found


def _pages() -> Iterator[tuple[str, list[str]]]:
    yield from _of_nouns()
    for name, query in CHOICES.items():
        yield f"browse, first page, {name}", [f"/dramas/?{query}"]
    for name, query in CHOICES.items():
        yield f"browse, page {DEEP_PAGE} or the last whole one, {name}", [_deep(query)]
    for name, words in SEARCHES.items():
        yield f"search, {name}", [f"/search/?q={words}"]
    yield "search, rare word", [f"/search/?q={_rare_word()}"]
    yield from ((name, [address]) for name, address in PAGES.items())


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
    yield "its replies as a feed", [f"{talked_of}replies.atom"]
    busiest = Person.objects.earliest("pk")
    yield "person with the most credits", [busiest.get_absolute_url()]
    yield "the same in the API", [f"/api{busiest.get_absolute_url()}"]


def _deep(query: str) -> str:
    """The 500th page, or the last with as many dramas: one of fewer would be no match for it."""
    from catalog.views.browse import PER_PAGE  # needs the settings

    number = max(1, min(DEEP_PAGE, len(_counts(query).dramas) // PER_PAGE))
    # The first page has no number: with one it is an address that leads to another.
    return f"/dramas/?{query}&page={number}" if number > 1 else f"/dramas/?{query}"


def _counts(query: str) -> Any:
    """All counts of a choice together, without the page that shows them."""
    # These need the settings.
    from catalog.browse.choice import Choice
    from catalog.browse.found import find

    return find(Choice.parse(parse_qsl(query)))


def _rare_word() -> str:
    """A word in the stories of RARE dramas, no more in a large catalogue than in a small one."""
    # These need the settings.
    from catalog.models import Drama
    from catalog.search.engines import Term, engine

    texts = Drama.objects.published().order_by("pk").values_list("synopsis", flat=True)
    words = {word for text in texts[:LOOKED_THROUGH] for word in PLACE.findall(text)}
    for word in sorted(words):
        sql, values = engine().matching("word_tokens", [((Term(word.lower()),),)], RARE + 1)
        with connection().cursor() as cursor:
            if len(cursor.execute(sql, values).fetchall()) == RARE:
                return word
    raise SystemExit("no word is rare enough")


def connection() -> Any:
    from django.db import connection  # needs the settings

    return connection


def get(address: str) -> Any:
    from django.test import Client  # needs the settings

    answer = Client(SERVER_NAME="localhost").get(address)
    if answer.streaming:
        b"".join(answer)
    return answer


def measured(asks: list[Ask]) -> dict[str, Any]:
    queries = Queries()
    with connection().execute_wrapper(queries):
        began = time.process_time()
        for ask in asks:
            answer = ask()
        spent = time.process_time() - began
    return {
        "ms": 1000 * spent / len(asks),
        "queries": round(queries.count / len(asks)),
        "status": getattr(answer, "status_code", 200),
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
