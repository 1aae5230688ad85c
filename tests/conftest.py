"""What every test may ask for."""

import os
import shutil
import sqlite3
import tempfile
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
import time_machine
from django.db import connection
from hypothesis import HealthCheck, settings

from tests import postgresql
from tests.factories import DramaFactory

# How fast a machine makes examples says nothing about the code.
settings.register_profile(
    "any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("any machine")

# Playwright keeps an event loop running, which Django would take for asynchronous code.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
NU_JAR = ROOT / "var/probes/node_modules/vnu-jar/build/dist/vnu.jar"
# The headless shell first: it draws no window, which takes a whole Chromium longer than the page.
CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium-headless-shell", "chromium", "chromium-browser"))),
    None,
)
CHROMIUM_ARGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # The menus of the address bar, two pages to each window; the others are Playwright's own wish.
    "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,"
    "HttpsUpgrades,PaintHolding,OptimizationHints,MediaRouter,NetworkTimeServiceQuerying",
]


def pytest_xdist_auto_num_workers(config):
    """One more than there are processors: a fifth of the time is waiting for browsers and disks."""
    return (os.process_cpu_count() or 1) + 1


def pytest_collection_modifyitems(items):
    skips = {
        "browser": (CHROMIUM, "needs Chromium: apt-get install chromium-headless-shell"),
        "postgresql": (postgresql.programs(), "needs PostgreSQL: apt-get install postgresql"),
        "shared": (SHARED.is_dir(), "needs the real inputs in ../shared"),
        "nu": (
            shutil.which("java") and NU_JAR.is_file(),
            "needs the Nu checker: apt-get install default-jre-headless npm; "
            "npm install --prefix var/probes vnu-jar",
        ),
    }
    for item in items:
        for mark, (present, reason) in skips.items():
            if item.get_closest_marker(mark) and not present:
                item.add_marker(pytest.mark.skip(reason=reason))
    items.sort(key=_turn)


def _turn(item):
    """Tests that leave an empty database come last; of each kind, those that take long first.

    One worker would be left alone with one of them at the end.
    """
    given = item.get_closest_marker("django_db")
    empties = (given and given.kwargs.get("transaction")) or not {
        "transactional_db",
        "live_server",
    }.isdisjoint(item.fixturenames)
    return bool(empties), item.get_closest_marker("long") is None


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": CHROMIUM_ARGS}


@pytest.fixture(scope="session")
def shared():
    return SHARED


@pytest.fixture(scope="session")
def nu_jar():
    """The Nu HTML checker: `java -jar` runs it on files or addresses (marker `nu`)."""
    return NU_JAR


@pytest.fixture(scope="session")
def postgresql_url():
    """The address of an empty database on a server that is there for the tests alone."""
    # Not pytest's own folder: the path of a socket must be short, and open to another user.
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    try:
        with postgresql.server(folder) as url:
            yield url
    finally:
        shutil.rmtree(folder)


@pytest.fixture
def site_folder(transactional_db, tmp_path):
    """The data of a site with one drama, for a server: SQLite's database of the tests, copied.

    Where it is none, the folder is empty and the server makes everything itself.
    """
    folder = tmp_path / "data"
    folder.mkdir()
    if connection.vendor == "sqlite":
        DramaFactory()
        with closing(sqlite3.connect(folder / "dramasite.sqlite3")) as copy:
            connection.connection.backup(copy)
    return folder


@pytest.fixture
def console(page):
    """What the browser's console says, and what fails in its scripts."""
    messages = []
    page.on("console", lambda message: messages.append(message.text))
    page.on("pageerror", lambda error: messages.append(str(error)))
    return messages


@pytest.fixture
def time_machine_at():
    """Sets the clock, as often as asked."""
    with ExitStack() as stack:
        yield lambda at: stack.enter_context(time_machine.travel(at, tick=False))
