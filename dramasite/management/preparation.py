"""What must be there before the site is served; each step finds out whether it is needed."""

from __future__ import annotations

import fcntl
import hashlib
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command, get_commands
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor

from catalog import tasks
from catalog.models import Drama, SearchMark

EDITOR = "editor"
Say = Callable[[str], None]


def prepare(say: Say) -> None:
    """Makes database, static files, demo catalogue and the editor's account, where missing."""
    settings.DATA_DIR.mkdir(parents=True, exist_ok=True)
    with _alone(settings.DATA_DIR / "setup.lock"):
        migrate(say)
        collect_static_files(say)
        load_demo_catalogue(say)
        write_search_documents(say)
        create_editor(say)


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    with path.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def migrate(say: Say) -> None:
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        say("Bringing the database up to date …")
        call_command("migrate", verbosity=0, interactive=False, skip_checks=True)


def collect_static_files(say: Say) -> None:
    stamp = settings.DATA_DIR / "static.stamp"
    fingerprint = _static_fingerprint()
    if stamp.is_file() and settings.STATIC_ROOT.is_dir() and stamp.read_text() == fingerprint:
        return
    say("Collecting and compressing the static files …")
    call_command("collectstatic", verbosity=0, interactive=False, skip_checks=True)
    stamp.write_text(fingerprint)


def _static_fingerprint() -> str:
    digest = hashlib.sha256(repr((settings.STORAGES, settings.STATIC_URL)).encode())
    for finder in get_finders():
        for name, storage in finder.list([]):
            stat = Path(storage.path(name)).stat()
            digest.update(repr((name, stat.st_size, stat.st_mtime_ns)).encode())
    return digest.hexdigest()


def load_demo_catalogue(say: Say) -> None:
    """Loads it once, into an empty catalogue, and never again: an editor may have removed it."""
    loaded = settings.DATA_DIR / "demo.loaded"
    if settings.PRODUCTION or "load_demo" not in get_commands() or loaded.exists():
        return
    if not Drama.objects.exists():
        say("Loading the demo catalogue …")
        with transaction.atomic():
            call_command("load_demo", verbosity=0, skip_checks=True)
    loaded.touch()


def write_search_documents(say: Say) -> None:
    # A large catalogue takes minutes: in the background, while the site is served.
    if SearchMark.objects.exists():
        say("Bringing the search up to date in the background …")
        tasks.write_search_documents.enqueue()


def create_editor(say: Say) -> None:
    if get_user_model().objects.exists():
        return
    password = give_editor_a_password()
    say(f"Editors work at /admin/: account {EDITOR}, password {password}")
    say("It is shown this once; `make password` makes a new one.")


def give_editor_a_password() -> str:
    """Gives the editor's account, made if missing, a new random password, and returns it."""
    password = secrets.token_urlsafe(12)
    people = get_user_model().objects
    editor, _ = people.get_or_create(username=EDITOR)
    editor.is_active = editor.is_staff = editor.is_superuser = True
    editor.set_password(password)
    editor.save()
    return password
