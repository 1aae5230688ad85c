"""The real programs, started and ended as people do it."""

import contextlib
import http.client
import os
import resource
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SECONDS_TO_START = 60
# Of the processor, to the end: the first one takes twice as much.
SECONDS_OF_A_LATER_START = 10


class Site:
    """`manage.py serve` with a folder and a port of its own."""

    def __init__(self, folder):
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.folder = folder
        self.process = None

    def start(self, **environment):
        clean = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        places = {"DATA_DIR": str(self.folder), "PORT": str(self.port)}
        self.process = subprocess.Popen(
            [sys.executable, "manage.py", "serve"],
            env={**clean, **places, **environment},
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        return self

    def read_until_served(self):
        lines = []
        for line in self.process.stdout:
            lines.append(line.rstrip("\n"))
            if " is served at " in line:
                return lines
        raise AssertionError("\n".join(lines))

    def ends_with(self, number, seconds=12):
        """Sends a signal; the exit code and what was said after it."""
        self.process.send_signal(number)
        said = self.process.communicate(timeout=seconds)[0]
        return self.process.returncode, said

    def get(self, path):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        with contextlib.closing(connection):
            connection.request("GET", path)
            return connection.getresponse().status

    def children(self):
        """The programs below `serve`, theirs included."""
        return _below(self.process.pid)


def _below(parent):
    found = []
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = entry.read_text().rpartition(")")[2].split()
        except OSError:  # it has just ended
            continue
        if int(fields[1]) == parent and fields[0] != "Z":
            pid = int(entry.parent.name)
            found += [pid, *_below(pid)]
    return found


def _seconds_of_children():
    """What the programs that have ended took of the processor."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _alive(pids):
    return [pid for pid in pids if Path(f"/proc/{pid}").exists()]


def _wait_until_gone(pids, seconds=10):
    deadline = time.monotonic() + seconds
    while _alive(pids) and time.monotonic() < deadline:
        time.sleep(0.1)
    return _alive(pids)


@pytest.fixture
def site(tmp_path):
    with _ended_at_last(Site(tmp_path / "new")) as site:
        yield site


@pytest.fixture
def used_site(site_folder):
    """Everything is there: only the first start of all needs to make it."""
    with _ended_at_last(Site(site_folder)) as site:
        yield site


@contextlib.contextmanager
def _ended_at_last(site):
    yield site
    if site.process and site.process.poll() is None:
        site.process.kill()
        site.process.communicate()


@pytest.mark.long
def test_serve_starts_answers_and_stops(site):
    first = site.start().read_until_served()
    last = f"Dramasite is served at http://127.0.0.1:{site.port}/ (Ctrl-C stops it)"
    assert first[-1] == last
    assert [line for line in first if "account editor, password " in line] != []
    assert site.get("/admin/login/") == 200
    children = site.children()
    assert site.ends_with(signal.SIGINT) == (0, "Stopping …\n")
    assert _alive(children) == []

    # The second time everything is there, and the password is not shown again.
    before = _seconds_of_children()
    assert site.start().read_until_served()[-1:] == [last]
    assert site.ends_with(signal.SIGTERM) == (0, "Stopping …\n")
    assert _seconds_of_children() - before < SECONDS_OF_A_LATER_START


@pytest.mark.long
def test_serve_killed_outright_leaves_nothing_behind(used_site):
    site = used_site.start(DJANGO_SETTINGS_MODULE="tests.served_settings")
    site.read_until_served()
    children = site.children()
    site.process.kill()
    site.process.communicate()
    assert (len(children) >= 3, _wait_until_gone(children)) == (True, [])


@pytest.mark.long
def test_serve_stops_and_says_so_when_a_child_ends(used_site):
    site = used_site.start(DJANGO_SETTINGS_MODULE="tests.served_settings")
    site.read_until_served()
    children = site.children()
    worker = next(pid for pid in children if b"worker" in _command_line(pid).split(b"\0"))
    os.kill(worker, signal.SIGKILL)
    said = site.process.communicate(timeout=12)[0]
    assert site.process.returncode == 1
    assert said == "CommandError: The background worker ended by itself; the site is stopped.\n"
    assert _alive(children) == []


def _command_line(pid):
    return Path(f"/proc/{pid}/cmdline").read_bytes()


def test_serve_on_a_taken_port_says_so_and_does_nothing(site):
    with socket.create_server(("127.0.0.1", site.port)):
        said = site.start().process.communicate(timeout=SECONDS_TO_START)[0]
    message = f"Port {site.port} is taken by another program: choose another with PORT=."
    assert (site.process.returncode, said) == (1, f"CommandError: {message}\n")
    assert not (site.folder / "setup.lock").exists()


def test_serve_with_a_damaged_database_says_so_in_a_line(site):
    site.folder.mkdir(exist_ok=True)
    (site.folder / "dramasite.sqlite3").write_bytes(b"no database at all" * 1000)
    said = site.start().process.communicate(timeout=SECONDS_TO_START)[0]
    assert said == "CommandError: The database does not work: file is not a database.\n"
