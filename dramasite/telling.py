"""Telling others of a change: search engines by IndexNow, readers of feeds by WebSub.

Nobody is told of anything unless the settings name whom. It is done in the background, as
part of the transaction that makes the change; who cannot be reached is tried again.
"""

from __future__ import annotations

import datetime
import json
import logging
from collections.abc import Sequence
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode, urlsplit
from urllib.request import Request, urlopen

from django.conf import settings
from django.tasks import task
from django.utils import timezone

from dramasite.absolute import on_the_site

logger = logging.getLogger(__name__)

TIMEOUT = 10  # seconds
MOST_ATTEMPTS = 6
FIRST_WAIT = datetime.timedelta(minutes=1)  # then four times as long each time: 5 h 41 min in all
TOO_MANY = 429


def is_anyone_told() -> bool:
    return bool(settings.SITE_URL and (settings.INDEXNOW_KEY or settings.WEBSUB_HUB))


def tell(*, pages: Sequence[str] = (), feeds: Sequence[str] = ()) -> None:
    """These paths of the site have changed. Without settings it does nothing."""
    if settings.SITE_URL and settings.INDEXNOW_KEY and pages:
        tell_search_engines.enqueue([on_the_site(path) for path in pages])
    if settings.SITE_URL and settings.WEBSUB_HUB:
        for path in feeds:
            tell_hub.enqueue(on_the_site(path))


@task()
def tell_search_engines(pages: list[str], attempt: int = 1) -> str:
    """https://www.indexnow.org/documentation; what was answered."""
    body = {
        "host": urlsplit(settings.SITE_URL).netloc,
        "key": settings.INDEXNOW_KEY,
        "keyLocation": on_the_site(f"/{settings.INDEXNOW_KEY}.txt"),
        "urlList": pages,
    }
    kind = "application/json; charset=utf-8"
    answer = _post(settings.INDEXNOW_ENDPOINT, json.dumps(body).encode(), kind)
    return _heard(answer, tell_search_engines, pages, attempt)


@task()
def tell_hub(feed: str, attempt: int = 1) -> str:
    """https://www.w3.org/TR/websub/#publishing; what was answered."""
    said = {"hub.mode": "publish", "hub.url": feed, "hub.topic": feed}
    kind = "application/x-www-form-urlencoded"
    answer = _post(settings.WEBSUB_HUB, urlencode(said).encode(), kind)
    return _heard(answer, tell_hub, feed, attempt)


def _post(url: str, body: bytes, kind: str) -> int | str:
    """The status, or why there is none."""
    # The address is from the settings: a system check looks at its scheme.
    request = Request(url, body, {"Content-Type": kind}, method="POST")  # noqa: S310
    try:
        with urlopen(request, timeout=TIMEOUT) as response:  # noqa: S310
            return response.status
    except HTTPError as error:
        error.close()
        return error.code
    except OSError as error:
        return str(error)


def _heard(answer: int | str, asked: Any, what: Any, attempt: int) -> str:
    """Ask again later, if another try makes sense."""
    is_passing = isinstance(answer, str) or answer >= 500 or answer == TOO_MANY
    if is_passing and attempt < MOST_ATTEMPTS:
        later = timezone.now() + FIRST_WAIT * 4 ** (attempt - 1)
        asked.using(run_after=later).enqueue(what, attempt + 1)
    elif is_passing or int(answer) >= 400:
        logger.warning("%s was answered with %s, and is given up", asked.name, answer)
    return str(answer)
