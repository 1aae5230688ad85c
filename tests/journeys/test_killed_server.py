"""Some post while the server is killed: what was answered with a redirect is there, once.

bench/post_replies.py does the same with two hundred at once, and for a minute.
"""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest

from bench.post_replies import Site, findings, post_and_kill


@pytest.fixture
def site(site_folder):
    site = Site(site_folder)
    site.environment["DJANGO_SETTINGS_MODULE"] = "tests.served_settings"
    site.environment["DATABASE_URL"] = f"sqlite:///{site.database}"
    yield site
    if site.process and site.process.poll() is None:
        site.kill("everything")


@pytest.mark.long
def test_reply_that_was_taken_is_there_once_when_the_server_is_killed(site):
    site.start()
    # The browser's loop may be running in this thread.
    with ThreadPoolExecutor(1) as thread:
        posting = thread.submit(
            lambda: asyncio.run(post_and_kill(site, posters=4, seconds=3, kills=1))
        )
    tally = posting.result()
    assert list(findings(site, tally, site.stop())) == []
    assert len(site.starts) == 2
    assert len(tally.taken) >= 4
