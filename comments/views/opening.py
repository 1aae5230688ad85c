"""What a script asks for when somebody begins to write: the moment, signed."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse

from comments.models import SpamRules
from comments.spam.opening import opening
from comments.spam.work import BITS
from comments.views.posting import no_store
from dramasite.reading import read_only


@read_only
def opened(request: HttpRequest) -> HttpResponse:
    """Never kept, and without a cookie: it knows nobody. ``bits`` of work, or none."""
    bits = BITS if SpamRules.now().asks_for_work else 0
    response = no_store(JsonResponse({"opened": opening(), "bits": bits}))
    response["X-Robots-Tag"] = "noindex"
    return response
