"""A real worker, killed outright while it sends: nothing is sent twice, what is not sent, is."""

import asyncio
import os
import socket
import subprocess
import sys
import time
from contextlib import contextmanager

import pytest
from django.conf import settings
from django.db import connection
from django_tasks_db.models import DBTaskResult

from comments.models import Notice
from dramasite.management.interrupted import take_up_again
from tests.mailserver import Letterbox, mailers, serving

MEI = {"name": "Mei", "email": "mei@example.org"}
SECONDS = 30


class Slow(Letterbox):
    """Takes the mail, and says so only long afterwards."""

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        answer = await super().handle_DATA(server, session, envelope)
        await asyncio.sleep(SECONDS)
        return answer


@contextmanager
def silent():
    """The port of a server that takes connections and does not even greet."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield listening.getsockname()[1]


@contextmanager
def worker(port):
    """With the database and the secrets of the tests."""
    database = connection.settings_dict["NAME"]
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "tests.worker_settings",
        "DATA_DIR": str(settings.DATA_DIR),
        "DATABASE_URL": f"sqlite:///{database}",
        "MAIL_PORT": str(port),
    }
    command = [sys.executable, "manage.py", "db_worker", "--no-startup-delay", "--interval=0.05"]
    process = subprocess.Popen(command, cwd=settings.BASE_DIR, env=environment)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def wait_until(progress):
    deadline = time.monotonic() + SECONDS
    while Notice.objects.get().progress != progress:
        assert time.monotonic() < deadline, Notice.objects.get().progress
        time.sleep(0.02)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="the worker opens the tests' file")
@pytest.mark.parametrize("begun", ["claimed", "handed"])
def test_worker_killed_while_it_sends(in_background, subscribed_to, said, settings, begun):
    subscribed_to()
    said(**MEI)
    box = Slow()
    with silent() if begun == "claimed" else serving(box) as port, worker(port):
        wait_until(begun)
        while begun == "handed" and not box.letters:
            time.sleep(0.02)
    assert DBTaskResult.objects.get().status == "RUNNING"
    take_up_again()
    after = Letterbox()
    with serving(after) as port:
        settings.MAILERS = mailers(port)
        in_background()
    assert len(box.letters) + len(after.letters) == 1
    assert Notice.objects.get().progress == {"claimed": "sent", "handed": "lost"}[begun]
