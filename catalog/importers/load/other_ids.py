"""The ids of a drama at other sources, as one source gives them."""

from __future__ import annotations

from collections import defaultdict

from catalog.importers.load.chunk import Chunk, by_external_id
from catalog.importers.load.differences import Difference
from catalog.models import ExternalId


def write_other_ids(chunk: Chunk) -> None:
    """An id that another drama has, or a source by which the drama has one, is left alone."""
    named = {key for record in chunk.records for key in record.other_ids}
    if not named:
        return
    taken = by_external_id(named, "drama").keys()
    known = defaultdict(set)
    for row in ExternalId.objects.filter(drama__in=[drama.pk for _, drama, _ in chunk.pairs()]):
        known[row.drama_id].add(row.source)
    made = {}
    for record, drama, claims in chunk.pairs():
        given, named_before = claims.given("other_ids") or [], claims.named("other_ids")
        for source, value in record.other_ids:
            key = (str(source), value)
            is_free = key not in taken and key not in made and source not in known[drama.pk]
            if is_free:
                is_taken = key not in named_before
                chunk.tell(drama.pk, [Difference("external_ids", None, value, is_taken)])
                if is_taken:
                    known[drama.pk].add(source)
                    made[key] = ExternalId(source=source, value=value, drama=drama)
            given = [*given, key]
        if record.other_ids:
            claims.give("other_ids", given)
    ExternalId.objects.bulk_create(made.values())
