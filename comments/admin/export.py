"""All replies to take away, as one file: with email addresses only for those who may see them."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, StreamingHttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from comments.admin.by_address import PERMISSION
from comments.exporters import CONTENT_TYPES, EXPORTERS, EXTENSIONS


@require_safe
def export(
    request: HttpRequest, form: str, *, is_allowed: bool, with_addresses: bool = False
) -> StreamingHttpResponse:
    if not is_allowed or (with_addresses and not request.user.has_perm(PERMISSION)):
        raise PermissionDenied
    if form not in EXPORTERS:
        raise Http404(form)
    pieces = EXPORTERS[form](with_addresses=with_addresses)
    response = StreamingHttpResponse(pieces, content_type=CONTENT_TYPES[form])
    name = f"replies-{timezone.localdate():%Y-%m-%d}.{EXTENSIONS[form]}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
