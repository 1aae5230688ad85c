"""Posts from other sites are refused by what the browser says of them, without a token.

A token would have to be in the page, which is the same for everyone and may have been open
overnight. What visitors post carries no cookie, so there is no authority to borrow; this rule
keeps another site from making its readers post here unawares.

1. ``Sec-Fetch-Site`` is written by the browser and cannot be set by a script. "same-origin" is
   our own form; "none" is the person's own doing (a reload of the post, say). "same-site" is
   another host of our domain, not us: refused like "cross-site" and any word to come.
2. Older browsers send ``Origin`` with every POST. It must be our scheme and host. "null" comes
   from sandboxed frames and from pages that hide where they are: refused. (So a page with our
   forms must never have the referrer policy "no-referrer".)
3. Neither header: no browser of the last ten years, but curl or a reader's tool. It carries
   nobody's authority, so there is nothing to protect.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

View = Callable[..., HttpResponse]
SAFE_METHODS = {"GET", "HEAD", "OPTIONS"}


def is_cross_site(request: HttpRequest) -> bool:
    """Whether a page of another origin made the browser send this."""
    fetch_site = request.headers.get("Sec-Fetch-Site")
    if fetch_site is not None:
        return fetch_site not in ("same-origin", "none")
    origin = request.headers.get("Origin")
    return origin is not None and origin != f"{request.scheme}://{request.get_host()}"


def own_posts_only(refuse: View | None = None) -> Callable[[View], View]:
    """For public views that take posts without a token.

    ``refuse`` answers a cross-site post in place of the view, with the same arguments; without
    it the answer is the site's 403 page.
    """

    def decorate(view: View) -> View:
        @csrf_exempt
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.method in SAFE_METHODS or not is_cross_site(request):
                return view(request, *args, **kwargs)
            if refuse is None:
                raise PermissionDenied
            return refuse(request, *args, **kwargs)

        return guarded

    return decorate
