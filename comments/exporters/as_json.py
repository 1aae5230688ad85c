"""One JSON document, a reply a line: comments/importers/own.py reads it back."""

from __future__ import annotations

import json
from collections.abc import Iterator

from django.utils import timezone

from comments.exporters.replies import in_lots, said, site
from comments.models import Reply


def as_json(*, with_addresses: bool = False) -> Iterator[str]:
    head = {
        "format": "dramasite-replies",
        "version": 1,
        "site": site(),
        "exported_at": timezone.now().isoformat(timespec="seconds"),
    }
    yield json.dumps(head, ensure_ascii=False).removesuffix("}") + ', "replies": [\n'
    separator = ""
    for reply in in_lots(Reply.objects.all()):
        row = said(reply, with_addresses=with_addresses)
        yield separator + json.dumps(row, ensure_ascii=False)
        separator = ",\n"
    yield "\n]}\n"
