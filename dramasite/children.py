"""Programs that end with the one that started them."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

PR_SET_PDEATHSIG = 1
SECONDS_TO_STOP = 8


class Children:
    """Programs by name, each the leader of its own group: Ctrl-C reaches their parent alone."""

    def __init__(self) -> None:
        self.running: dict[str, subprocess.Popen[bytes]] = {}

    def start(
        self, name: str, command: Sequence[str], folder: Path, environment: Mapping[str, str]
    ) -> None:
        parent = os.getpid()
        self.running[name] = subprocess.Popen(  # noqa: S603  (commands of our own)
            command,
            stdin=subprocess.DEVNULL,
            cwd=folder,
            env=environment,
            start_new_session=True,
            preexec_fn=lambda: _end_with(parent),
        )

    def ended(self) -> str:
        """The name of a program that has ended, or nothing."""
        return next((name for name, child in self.running.items() if child.poll() is not None), "")

    def wait(self) -> str:
        """Waits until a program has ended; its name."""
        while not (name := self.ended()):
            os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOWAIT)
        return name

    def stop(self) -> None:
        """Asks all to end, waits some seconds, and then ends whatever is left of them."""
        for child in self.running.values():
            child.terminate()
        deadline = time.monotonic() + SECONDS_TO_STOP
        for child in self.running.values():
            with contextlib.suppress(subprocess.TimeoutExpired):
                child.wait(max(0, deadline - time.monotonic()))
            _end_group(child.pid)
            child.wait()


def _end_with(parent: int) -> None:
    # Linux alone can promise it; elsewhere a parent killed outright leaves its children behind.
    with contextlib.suppress(AttributeError):
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
    if os.getppid() != parent:
        os._exit(1)


def _end_group(leader: int) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(leader, signal.SIGKILL)
