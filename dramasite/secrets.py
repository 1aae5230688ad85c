"""Secrets: given by the operator in production, made once and kept in development."""

from __future__ import annotations

import os
import secrets
from pathlib import Path


def kept_secret(folder: Path, name: str) -> str:
    """A random secret of 43 URL-safe characters, made at the first call and kept in a file."""
    path = folder / name
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not path.exists():
        draft = folder / f"{name}.{os.getpid()}"
        draft.write_text(secrets.token_urlsafe(32))
        draft.chmod(0o600)
        _link_once(draft, path)
    return path.read_text()


def _link_once(draft: Path, path: Path) -> None:
    # Two processes may start at once: the link lets one of them win, whole.
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
