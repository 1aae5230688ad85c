"""The variants of pictures, made on first request when they are not there yet."""

from __future__ import annotations

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.views.decorators.http import condition

from catalog.images import FORMATS, Variant
from catalog.images.maker import make_variant
from catalog.images.variants import variant_path
from catalog.models import Picture

# What stands at an address of a picture never changes: another upload has another token.
KEPT_FOR_GOOD = "public, max-age=31536000, immutable"


def _etag(request: HttpRequest, token: str, width: int, extension: str) -> str | None:
    name = variant_path(token, width, extension)
    return f'"{token}-{width}-{extension}"' if default_storage.exists(name) else None


@condition(etag_func=_etag)
def picture(request: HttpRequest, token: str, width: int, extension: str) -> FileResponse:
    if extension not in FORMATS:
        raise Http404("not a format of ours")
    name = variant_path(token, width, extension)
    if not default_storage.exists(name):
        _make(token, width, extension)
    response = FileResponse(default_storage.open(name), content_type=FORMATS[extension])
    response["Cache-Control"] = KEPT_FOR_GOOD
    response["ETag"] = f'"{token}-{width}-{extension}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _make(token: str, width: int, extension: str) -> None:
    variant = Variant(get_object_or_404(Picture, token=token), width, extension)
    if not variant.is_wanted:
        raise Http404("not a width of ours")
    try:
        make_variant(variant)
    except FileNotFoundError as missing:
        raise Http404("the original is not there") from missing
    if not default_storage.exists(variant.path):
        raise Http404("deleted meanwhile")
