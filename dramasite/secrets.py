"""Secrets: given by the operator in production, made once and kept in development."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured


def kept_secret(folder: Path, name: str) -> str:
    """A random secret of 43 URL-safe characters, made at the first call and kept in a file.

    Raises ImproperlyConfigured when the file is there and empty: to seal with nothing, or with
    another key unasked, would be worse than to stop.
    """
    path = folder / name
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not path.exists():
        draft = folder / f"{name}.{os.getpid()}"
        with open(draft, "w", opener=_for_the_owner) as file:
            file.write(secrets.token_urlsafe(32))
            file.flush()
            os.fsync(file.fileno())
        _link_once(draft, path)
    secret = path.read_text().strip()
    if not secret:
        raise ImproperlyConfigured(
            f"{path} is empty: put the secret back, or remove the file to have another one made."
        )
    return secret


def _for_the_owner(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _link_once(draft: Path, path: Path) -> None:
    # Two processes may start at once: the link lets one of them win, whole.
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
