"""All replies to take away, as one file, without an address."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, StreamingHttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from comments.exporters import CONTENT_TYPES, EXPORTERS, EXTENSIONS


@require_safe
def export(request: HttpRequest, form: str, *, is_allowed: bool) -> StreamingHttpResponse:
    if not is_allowed:
        raise PermissionDenied
    if form not in EXPORTERS:
        raise Http404(form)
    pieces = EXPORTERS[form](with_addresses=False)
    response = StreamingHttpResponse(pieces, content_type=CONTENT_TYPES[form])
    name = f"replies-{timezone.localdate():%Y-%m-%d}.{EXTENSIONS[form]}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
