"""Asking TMDB: nothing but the two configured addresses is fetched, and no redirect followed."""

from __future__ import annotations

import ipaddress
import json
import logging
import re
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

import urllib3
from django.conf import settings
from django.utils.translation import gettext as _
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.util import Retry, Timeout

MOST_JSON = 20 * 1024 * 1024  # bytes of an answer
LONGEST_WAIT = 30  # seconds, however long Retry-After asks for
PARTS = (
    "aggregate_credits,alternative_titles,content_ratings,external_ids,images,keywords,"
    "translations,videos,watch/providers"
)
IMAGE_PATH = re.compile(r"/[A-Za-z0-9_-]{1,100}\.(?:jpe?g|png|webp)")
# It writes addresses into its log, and with them the key.
logging.getLogger("urllib3").setLevel(logging.ERROR)


class TmdbError(Exception):
    """TMDB has not answered, or not as it should; the text says so in plain language."""


class _Patience(Retry):
    """Retry-After is done as asked, up to LONGEST_WAIT; what it says otherwise is no fault."""

    def get_retry_after(self, response: Any) -> float | None:
        try:
            return super().get_retry_after(response)
        except urllib3.exceptions.InvalidHeader:
            return None


AGAIN = _Patience(
    total=4,
    redirect=False,
    status_forcelist=(429, 500, 502, 503, 504),
    allowed_methods=("GET",),
    backoff_factor=0.5,
    backoff_max=LONGEST_WAIT,
    retry_after_max=LONGEST_WAIT,
    raise_on_status=False,
)
# For somebody who waits for a page.
IMPATIENT = AGAIN.new(total=1, backoff_max=1, retry_after_max=2)


class _Guarded(HTTPConnection):
    """Speaks with public addresses only, whatever the name of the host resolves to."""

    def _new_conn(self) -> Any:
        connected = super()._new_conn()
        address = ipaddress.ip_address(connected.getpeername()[0].partition("%")[0])
        if not address.is_global and not settings.TMDB_MAY_BE_PRIVATE:
            connected.close()
            raise TmdbError(_("the address is a private one, which is refused"))
        return connected


class _GuardedTls(_Guarded, HTTPSConnection):
    pass


class _Pool(urllib3.HTTPConnectionPool):
    ConnectionCls = _Guarded


class _TlsPool(urllib3.HTTPSConnectionPool):
    ConnectionCls = _GuardedTls


class Api:
    """``language`` is a BCP 47 tag: in which titles, stories and names are asked for."""

    def __init__(self, language: str = "", retries: Retry | None = None) -> None:
        self.language = language or settings.LANGUAGE_CODE
        timeout = Timeout(connect=10, read=30)
        self._manager = urllib3.PoolManager(timeout=timeout, retries=retries or AGAIN)
        self._manager.pool_classes_by_scheme = {"http": _Pool, "https": _TlsPool}

    def show(self, number: int) -> Any:
        """Everything about a series but its seasons. Raises TmdbError."""
        languages = f"{self.language.partition('-')[0]},en,null"
        return self._json(
            f"/tv/{number:d}",
            append_to_response=PARTS,
            include_image_language=languages,
            include_video_language=languages,
        )

    def season(self, number: int, season: int) -> Any:
        return self._json(f"/tv/{number:d}/season/{season:d}")

    def search(self, title: str) -> Any:
        return self._json("/search/tv", query=title)

    def picture(self, path: str) -> bytes:
        """A picture in full size. Raises TmdbError."""
        if not IMAGE_PATH.fullmatch(path):
            raise TmdbError(_("“%s” is no picture of TMDB") % path[:80])
        return self._read(f"{settings.TMDB_IMAGES}/original{path}", {}, settings.PICTURE_MAX_BYTES)

    def _json(self, path: str, **asked: str) -> Any:
        if not settings.TMDB_KEY:
            raise TmdbError(_("TMDB_KEY is not set: the key of TMDB's API is needed"))
        headers = {"Accept": "application/json"}
        asked["language"] = self.language
        if settings.TMDB_KEY.startswith("ey"):
            headers["Authorization"] = f"Bearer {settings.TMDB_KEY}"
        else:
            asked["api_key"] = settings.TMDB_KEY
        body = self._read(f"{settings.TMDB_API}{path}?{urlencode(asked)}", headers, MOST_JSON)
        return parsed(body, path)

    def _read(self, address: str, headers: dict[str, str], most: int) -> bytes:
        # Of what goes wrong only its kind is told: the rest may hold the key.
        try:
            response = self._manager.request(
                "GET", address, headers=headers, redirect=False, preload_content=False
            )
            try:
                return _body(response, most)
            finally:
                response.close()
        except urllib3.exceptions.HTTPError as error:
            raise TmdbError(_reason(error)) from None


def _body(response: Any, most: int) -> bytes:
    if response.status != HTTPStatus.OK:
        raise TmdbError(_refusal(response.status))
    body = bytearray()
    for part in response.stream(65536):
        body += part
        if len(body) > most:
            raise TmdbError(_("TMDB's answer is too large"))
    return bytes(body)


def _refusal(status: int) -> str:
    if 300 <= status < 400:
        return _("TMDB redirects elsewhere, which is not followed")
    match status:
        case 401 | 403:
            return _("TMDB does not accept the key")
        case 404:
            return _("TMDB does not know it")
        case 429:
            return _("TMDB is asked too often; try again later")
    return _("TMDB answers with status %d") % status


def _reason(error: Exception) -> str:
    if isinstance(error, urllib3.exceptions.ProtocolError):
        return _("TMDB's answer broke off")
    return _("TMDB cannot be reached: %s") % type(error).__name__


def parsed(body: bytes, what: str) -> Any:
    """Raises TmdbError for what is empty, cut off or no object."""
    if not body.strip():
        raise TmdbError(_("%s: the answer is empty") % what)
    try:
        answer = json.loads(body)
    except (ValueError, RecursionError):
        raise TmdbError(_("%s: the answer is no JSON, or cut off") % what) from None
    if not isinstance(answer, dict):
        raise TmdbError(_("%s: the answer is no object") % what)
    if answer.get("success") is False:
        raise TmdbError(f"{what}: {str(answer.get('status_message', ''))[:200]}")
    return answer
