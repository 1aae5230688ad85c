"""Builds the search index anew."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from catalog.models import SearchDocument
from catalog.search.index import rebuild


class Command(BaseCommand):
    help = "Builds the search index anew, from the catalogue; the site may be served meanwhile."

    def handle(self, *args: Any, **options: Any) -> None:
        rebuild()
        self.stdout.write(f"{SearchDocument.objects.count()} dramas and people can be found.")
