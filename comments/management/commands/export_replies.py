"""``manage.py export_replies``: all replies as JSON, as WXR for WordPress, or as CSV."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from comments.exporters import EXPORTERS


class Command(BaseCommand):
    help = "Writes all replies down, in whatever state; addresses only when they are asked for."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "file", type=Path, nargs="?", metavar="FILE", help="default: standard output"
        )
        parser.add_argument("--format", choices=sorted(EXPORTERS), default="json")
        parser.add_argument(
            "--with-addresses", action="store_true", help="the email addresses too, in clear"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        pieces = EXPORTERS[options["format"]](with_addresses=options["with_addresses"])
        path: Path | None = options["file"]
        try:
            if path is None:
                self._print(pieces)
            else:
                _write(path, pieces)
        except BrokenPipeError:
            # Whoever read it has seen enough; nothing more can be said there.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        except OSError as error:
            raise CommandError(f"{error.filename or path}: {error.strerror or error}") from None
        except KeyboardInterrupt:
            raise CommandError(_("Stopped."), returncode=130) from None

    def _print(self, pieces: Iterable[str]) -> None:
        for piece in pieces:
            self.stdout.write(piece, ending="")
        self.stdout.flush()


def _write(path: Path, pieces: Iterable[str]) -> None:
    """Under its name once it is whole. Nobody but its owner may read it."""
    beside = path.with_name(f".{path.name}.part")
    try:
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with open(descriptor, "w", encoding="utf-8", newline="") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
