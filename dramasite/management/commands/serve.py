"""Serves the site: the web server and the background worker, with all that they need."""

from __future__ import annotations

import os
import signal
import time
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError, connections

from dramasite.children import Children
from dramasite.management.interrupted import alone_with, take_up_again
from dramasite.management.preparation import prepare
from dramasite.serving import (
    Address,
    ServingError,
    answers,
    background_worker,
    check_free,
    environment,
    parse_address,
    web_server,
)

WEB, WORKER = "web server", "background worker"
SECONDS_TO_ANSWER = 60


class Command(BaseCommand):
    help = "Sets up what is missing and serves the site; Ctrl-C stops it."

    def add_arguments(self, parser: CommandParser) -> None:
        host = os.environ.get("HOST") or "127.0.0.1"
        port = os.environ.get("PORT") or "8000"
        parser.add_argument("--host", default=host, help="HOST; 127.0.0.1 when not given")
        parser.add_argument("--port", default=port, help="PORT; 8000 when not given")

    def check(self, *args: Any, **options: Any) -> None:
        # Some checks ask the database, before there is anything to catch what it answers.
        try:
            super().check(*args, **options)
        except DatabaseError as error:
            raise CommandError(f"The database does not work: {error}.") from error

    def handle(self, *args: Any, **options: Any) -> None:
        children = Children()
        # Both are set: a shell starts its background commands deaf to SIGINT.
        for stop in (signal.SIGINT, signal.SIGTERM):
            signal.signal(stop, signal.default_int_handler)
        try:
            address = parse_address(options["host"], options["port"])
            check_free(address)
            prepare(self.say)
            with alone_with(settings.DATA_DIR) as alone:
                if alone:
                    take_up_again()
                connections.close_all()
                self.serve(children, address, environment(os.environ, options["host"]))
        except KeyboardInterrupt:
            self.say("Stopping …")
        except ServingError as error:
            raise CommandError(str(error)) from error
        except DatabaseError as error:
            raise CommandError(f"The database does not work: {error}.") from error
        except OSError as error:
            raise CommandError(f"{error.strerror}: {error.filename}") from error
        finally:
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
            children.stop()

    def serve(self, children: Children, address: Address, given: dict[str, str]) -> None:
        children.start(WEB, web_server(address), settings.BASE_DIR, given)
        self.wait_for_answer(children, address)
        children.start(WORKER, background_worker(), settings.BASE_DIR, given)
        self.say(f"{settings.SITE_NAME} is served at {address.url} (Ctrl-C stops it)")
        raise ServingError(f"The {children.wait()} ended by itself; the site is stopped.")

    def wait_for_answer(self, children: Children, address: Address) -> None:
        deadline = time.monotonic() + SECONDS_TO_ANSWER
        while not answers(address):
            if children.ended():
                raise ServingError("The web server did not start; its message is above.")
            if time.monotonic() > deadline:
                raise ServingError(f"The web server gave no answer in {SECONDS_TO_ANSWER} s.")
            time.sleep(0.05)

    def say(self, message: str) -> None:
        self.stdout.write(message)
        self.stdout.flush()
