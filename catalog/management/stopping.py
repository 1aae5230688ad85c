"""What stops an import, told in one line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.core.management.base import CommandError
from django.db import OperationalError
from django.utils.translation import gettext as _


@contextmanager
def told_plainly(path: Path) -> Iterator[None]:
    """Raises CommandError for what is wrong with ``path`` or the database, and for Ctrl-C (130)."""
    try:
        yield
    except OSError as error:
        raise CommandError(f"{error.filename or path}: {error.strerror or error}") from None
    except OperationalError as error:
        told = _("The database cannot go on: %s. Run it again when it can.") % error
        raise CommandError(told) from None
    except KeyboardInterrupt:
        told = _("Stopped. What is in stays in; run it again to go on.")
        raise CommandError(told, returncode=130) from None
