"""People whom a source describes by themselves, without a drama."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from catalog.importers.load.chunk import Chunk, write_claims
from catalog.importers.load.outcomes import Verdict
from catalog.importers.load.people import write_mentioned
from catalog.importers.records import PersonRecord
from catalog.models import ExternalId
from catalog.search.index import catch_up_within

NO_DRAMA = 0


@transaction.atomic
def load_person(source: str, record: PersonRecord) -> Verdict:
    """Made or updated; what an editor has changed stays."""
    chunk = Chunk([], timezone.localdate(), publication="")
    ids = ExternalId.objects.filter(source=source, value=record.source_id, person__isnull=False)
    is_known = ids.exists()
    write_mentioned(chunk, [((source, record.source_id), record, NO_DRAMA)])
    write_claims(chunk)
    catch_up_within()
    if not is_known:
        return Verdict.NEW
    return Verdict.CHANGED if NO_DRAMA in chunk.touched else Verdict.UNCHANGED
