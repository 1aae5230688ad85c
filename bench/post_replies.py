"""Whether every reply that was taken is kept, however often the server is killed meanwhile.

    python bench/post_replies.py [--posters 200] [--seconds 60] [--kills 5] [--seed N]

The real `manage.py serve` in a folder of its own is posted to by many at once, each without a
pause, and all of it (or only its web server, or only its background worker) is killed outright
at random moments and started again. Who gets no answer sends the same words until he gets one,
as a person would. Afterwards the database is read, and every promise is looked at.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import os
import random
import re
import signal
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

ROOT = Path(__file__).resolve().parent.parent
HOST = "127.0.0.1"
PATIENCE = 60  # seconds that one answer may take
SECONDS_TO_START = 240  # the first time it makes all that is missing
PAUSE = 0.25  # seconds until somebody without an answer tries again
MARK = re.compile(r"#\d+-\d+#")
TAKEN, SAID_ALREADY, BUSY = 303, 409, 503
# What no log may hold. The tasks' own table is looked at as well.
FAULTS = re.compile(r"Traceback|\bERROR\b|\bCRITICAL\b|database is locked|panicked", re.IGNORECASE)
WHAT_IS_KILLED = ("everything", "everything", "web server", "background worker")


@dataclass
class Tally:
    """What the posters saw. ``unanswered``: of whom nothing is known in the end."""

    taken: set[str] = field(default_factory=set)
    unanswered: set[str] = field(default_factory=set)
    answers: Counter[int | str] = field(default_factory=Counter)
    seconds: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


class Site:
    """The site as an operator's supervisor sees it: started again whenever it has ended."""

    def __init__(self, folder: Path) -> None:
        with socket.create_server((HOST, 0)) as free:
            self.port = free.getsockname()[1]
        self.log = folder / "serve.log"
        self.database = folder / "dramasite.sqlite3"
        self.environment = {**os.environ, "DATA_DIR": str(folder), "PORT": str(self.port)}
        self.process: subprocess.Popen[bytes] | None = None
        self.starts: list[float] = []

    def start(self) -> None:
        """Returns when it answers. Raises SystemExit when it does not."""
        began, before = time.monotonic(), self._times_served()
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "manage.py", "serve"],
                cwd=ROOT,
                env=self.environment,
                stdout=log,
                stderr=log,
            )
        while self._times_served() == before:
            if self.process.poll() is not None or time.monotonic() - began > SECONDS_TO_START:
                raise SystemExit(f"The site did not start:\n{self.log.read_text()}")
            time.sleep(0.05)
        self.starts.append(time.monotonic() - began)

    def kill(self, what: str) -> None:
        """SIGKILL to all of it, or to one of its programs; then until nothing is left."""
        assert self.process is not None  # noqa: S101
        pids = list(_below(self.process.pid))
        if what == "everything":
            pids.append(self.process.pid)
        else:
            name = {"web server": b"granian", "background worker": b"worker"}[what]
            pids = [pid for pid in pids if name in _command(pid)]
            assert pids, f"no program is the {what}"  # noqa: S101
        for pid in pids:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self.process.wait(PATIENCE)

    def stop(self) -> int:
        """As an operator does; the exit code."""
        assert self.process is not None  # noqa: S101
        self.process.terminate()
        return self.process.wait(PATIENCE)

    def _times_served(self) -> int:
        return self.log.read_bytes().count(b" is served at ") if self.log.exists() else 0


def _below(parent: int) -> Iterator[int]:
    with contextlib.suppress(OSError):
        children = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
        for child in map(int, children):
            yield child
            yield from _below(child)


def _command(pid: int) -> list[bytes]:
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    return []


def places(database: Path) -> list[str]:
    """Where a reply may be posted: under some dramas, and under what was said there."""
    with contextlib.closing(sqlite3.connect(database)) as connection:
        slugs = connection.execute("SELECT slug FROM catalog_drama ORDER BY slug LIMIT 12")
        dramas = [f"/dramas/{slug}/replies/" for (slug,) in slugs]
        shown = "SELECT id FROM comments_reply WHERE state = 'published' ORDER BY id LIMIT 12"
        return dramas + [f"/replies/{pk}/answer/" for (pk,) in connection.execute(shown)]


async def poster(number: int, site: Site, where: list[str], until: float, tally: Tally) -> None:
    """Posts one reply after the other; each is sent until it is answered."""
    count = 0
    while time.monotonic() < until:
        count += 1
        mark, place = f"#{number}-{count}#", random.choice(where)  # noqa: S311
        request = _request(site.port, place, number, mark)
        tally.unanswered.add(mark)
        while not await _settled(site.port, request, mark, tally):
            if time.monotonic() > until + PATIENCE:
                return
            await asyncio.sleep(PAUSE)
        tally.unanswered.discard(mark)


def _request(port: int, place: str, number: int, mark: str) -> bytes:
    body = urlencode(
        {
            "comment": f"The last episode stays with me, whatever they say of it. {mark}",
            "name": f"Reader {number}",
            "email": f"reader{number}@example.org",
        }
    ).encode()
    head = (
        f"POST {place} HTTP/1.1\r\nHost: {HOST}:{port}\r\nConnection: close\r\n"
        f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


async def _settled(port: int, request: bytes, mark: str, tally: Tally) -> bool:
    """Whether the server has answered for good."""
    began = time.monotonic()
    try:
        async with asyncio.timeout(PATIENCE):
            answer = await _answer(port, request)
    except (OSError, TimeoutError) as silence:
        tally.answers[type(silence).__name__] += 1
        return False
    if not answer:
        tally.answers["no answer"] += 1
        return False
    status = int(answer.split(b" ", 2)[1])
    tally.answers[status] += 1
    tally.seconds.append(time.monotonic() - began)
    if b"database is locked" in answer:
        tally.wrong.append(f"{mark}: a visitor was told of a locked database")
    if status == BUSY:
        return False
    # Taken before, by an answer that never came: it must be there as well.
    if status in (TAKEN, SAID_ALREADY):
        tally.taken.add(mark)
    else:
        tally.wrong.append(f"{mark} was answered with {status}")
    return True


async def _answer(port: int, request: bytes) -> bytes:
    reader, writer = await asyncio.open_connection(HOST, port)
    try:
        writer.write(request)
        await writer.drain()
        return await reader.read()
    finally:
        writer.close()


async def killer(site: Site, moments: list[float]) -> None:
    began = time.monotonic()
    for moment in moments:
        await asyncio.sleep(max(0.0, began + moment - time.monotonic()))
        what = random.choice(WHAT_IS_KILLED)  # noqa: S311
        sys.stdout.write(f"{time.monotonic() - began:6.1f} s: {what} is killed\n")
        sys.stdout.flush()
        await asyncio.to_thread(site.kill, what)
        await asyncio.to_thread(site.start)


async def post_and_kill(site: Site, posters: int, seconds: float, kills: int) -> Tally:
    tally, where = Tally(), places(site.database)
    # Each in a stretch of its own: to start again takes some seconds.
    stretch = seconds / max(1, kills)
    moments = [(n + random.uniform(0.1, 0.9)) * stretch for n in range(kills)]  # noqa: S311
    until = time.monotonic() + seconds
    async with asyncio.TaskGroup() as together:
        for number in range(posters):
            together.create_task(poster(number, site, where, until, tally))
        together.create_task(killer(site, moments))
    return tally


def findings(site: Site, tally: Tally, exit_code: int) -> Iterator[str]:
    """What is not as promised, in words."""
    yield from tally.wrong
    with contextlib.closing(sqlite3.connect(site.database)) as connection:
        bodies = connection.execute("SELECT body FROM comments_reply WHERE body LIKE '%#%-%#'")
        kept = Counter(MARK.findall(body)[-1] for (body,) in bodies)
        (sound,) = connection.execute("PRAGMA integrity_check").fetchone()
        failed = connection.execute(
            "SELECT task_path FROM django_tasks_database_dbtaskresult WHERE status = 'FAILED'"
        ).fetchall()
    yield from (f"{mark} was taken and is lost" for mark in tally.taken - kept.keys())
    yield from (f"{mark} is there {n} times" for mark, n in kept.items() if n > 1)
    yield from (f"{mark} was never sent" for mark in kept.keys() - tally.taken - tally.unanswered)
    yield from (f"task {name} has failed" for (name,) in failed)
    if sound != "ok":
        yield f"the database is damaged: {sound}"
    if exit_code:
        yield f"the server ended with {exit_code}"
    for line in site.log.read_text(errors="replace").splitlines():
        if FAULTS.search(line):
            yield f"log: {line}"


def report(site: Site, tally: Tally, seconds: float) -> None:
    out = sys.stdout.write
    answers = ", ".join(f"{n} × {what}" for what, n in tally.answers.most_common())
    out(f"answers: {answers}\n")
    out(f"replies taken: {len(tally.taken)} ({len(tally.taken) / seconds:.1f} a second)\n")
    if len(tally.seconds) > 1:
        cuts = statistics.quantiles(tally.seconds, n=100)
        out(f"seconds to an answer: median {cuts[49]:.2f}, 95 % {cuts[94]:.2f}, ")
        out(f"longest {max(tally.seconds):.2f}\n")
    again = site.starts[1:]
    if again:
        out(f"started again {len(again)} times, {statistics.mean(again):.1f} s each\n")


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--posters", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--kills", type=int, default=5)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    asked = parser.parse_args()
    random.seed(asked.seed)
    sys.stdout.write(f"{asked.posters} posters, {asked.seconds:g} s, seed {asked.seed}\n")
    with tempfile.TemporaryDirectory() as folder:
        site = Site(Path(folder))
        try:
            site.start()
            tally = asyncio.run(post_and_kill(site, asked.posters, asked.seconds, asked.kills))
            exit_code = site.stop()
        finally:
            if site.process and site.process.poll() is None:
                site.kill("everything")
        report(site, tally, asked.seconds)
        wrong = list(findings(site, tally, exit_code))
    sys.stdout.writelines(f"WRONG {each}\n" for each in wrong[:50])
    sys.stdout.write(f"{len(wrong)} wrong\n")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
