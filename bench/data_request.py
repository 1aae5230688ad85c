"""Whether the time of an answer tells which addresses the site knows.

    python bench/data_request.py [ROUNDS]

Each round asks, in a random order, for the data of an address with a hundred replies and of two
addresses without any, in a database of its own; what is asked is written down, and looked up by
no worker meanwhile. The median of "known to unknown" should be one, give or take the noise that
"unknown to unknown" shows. Ends with 1 if it differs by more than three times that noise and by
more than 2 %.
"""

from __future__ import annotations

import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REPLIES = 100
ROUNDS = 700
WARM_UP = 30
LEAST = 0.02


def set_up(data: str) -> None:
    sys.path.insert(0, str(ROOT))
    os.environ |= {"DATA_DIR": data, "DJANGO_SETTINGS_MODULE": "dramasite.settings"}
    os.environ["MAIL_RATE_NETWORK"] = "1000000/3600"
    # The settings take the folder from the environment when they are loaded.
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)


def known_address() -> str:
    # The models can be loaded only now that Django is set up.
    from catalog.models import Drama
    from comments.models import Reply

    drama = Drama.objects.create(title="A", slug="a", publication="published")
    address = "k000000@dramas.example"
    for number in range(REPLIES):
        Reply.objects.post(drama, name="Known", body=f"Words {number}.", email=address)
    return address


def milliseconds(address: str) -> float:
    from django.test import Client

    client = Client(SERVER_NAME="localhost", REMOTE_ADDR="203.0.113.9")
    began = time.perf_counter()
    response = client.post("/privacy/data/", {"email": address})
    took = 1000 * (time.perf_counter() - began)
    assert response.status_code == 303, response.status_code  # noqa: S101
    return took


def measured(known: str, rounds: int) -> Iterator[tuple[float, float]]:
    """Of each round how long the known address took, and another unknown one, to an unknown."""
    for number in range(rounds + WARM_UP):
        others = [f"{kind}{number:06}@dramas.example" for kind in "uv"]
        asked = [known, *others]
        random.shuffle(asked)
        spent = {address: milliseconds(address) for address in asked}
        if number >= WARM_UP:
            first, second = (spent[address] for address in others)
            yield spent[known] / first, second / first


def main() -> int:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    with tempfile.TemporaryDirectory() as folder:
        set_up(folder)
        known, unknown = zip(*measured(known_address(), rounds), strict=True)
    ratio, noise = statistics.median(known), statistics.median(unknown)
    sys.stdout.write(f"known to unknown {ratio:.3f}, unknown to unknown {noise:.3f}\n")
    return int(abs(ratio - 1) > max(LEAST, 3 * abs(noise - 1)))


if __name__ == "__main__":
    sys.exit(main())
