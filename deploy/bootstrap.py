"""Makes .venv with Python 3.13 and the locked packages; the second time it finds nothing to do.

Runs on Python 3.9 and later, with the standard library alone: nothing else is there yet.
"""

from __future__ import annotations

import argparse
import fcntl
import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "installed.json"
TOOLS = ROOT / "var" / "bootstrap"
LOG = ROOT / "var" / "setup.log"
WANTED = (3, 13)
LOCKED = ["--require-hashes", "--only-binary", ":all:"]
NETWORK = (
    "dns error", "error sending request", "name resolution", "failed to establish a new connection",
    "network is unreachable", "connection refused", "timed out", "no matching distribution",
)  # fmt: skip
REASONS = (
    (("no space left", "disk quota exceeded"), "the disk is full."),
    (
        ("ensurepip is not", "no module named venv", "no module named ensurepip"),
        "the module venv is missing: apt-get install python3-venv.",
    ),
    (("certificate",), "a server's certificate is not trusted here."),
    (NETWORK, "nothing can be fetched. Is the network up?"),
    (("do not match the hashes",), "a package is not the one that was locked."),
    (("permission denied",), "a file or folder here may not be written."),
)


class SetupError(Exception):
    """What is wrong, in one line for people."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dev", action="store_true", help="the tools of tests and checks, too")
    dev = parser.parse_args().dev
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        with Path(__file__).open() as lock:
            wait_for(lock.fileno())
            set_up("requirements-dev.txt" if dev else "requirements.txt")
    except SetupError as error:
        stop(f"Set-up failed: {error}")
    except OSError as error:
        stop(f"Set-up failed: {reason(str(error)) or error.strerror} ({error.filename})")
    except KeyboardInterrupt:
        stop("Set-up was interrupted; the next run begins it anew.", 130)


def wait_for(lock: int) -> None:
    """Holds the lock until this set-up has ended, and every program that it started."""
    os.set_inheritable(lock, True)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        say("Another set-up is under way; waiting for it …")
        fcntl.flock(lock, fcntl.LOCK_EX)


def stop(message: str, code: int = 1) -> NoReturn:
    print(message, file=sys.stderr)
    sys.exit(code)


def set_up(requirements: str) -> None:
    done = read_stamp()
    if done.get(requirements) == fingerprint(requirements):
        return
    note(["Set-up of", requirements], "")  # fails at once where nothing may be written
    # A stamp stands for a whole environment: without one it may be half of one.
    if not done:
        make_environment()
    STAMP.unlink(missing_ok=True)
    install(requirements)
    write_stamp(requirements)


def read_stamp() -> dict[str, str]:
    """What is installed, by name of the requirements file; nothing when Python is gone."""
    if not PYTHON.exists():
        return {}
    try:
        return dict(json.loads(STAMP.read_text()))
    except (OSError, ValueError, TypeError):
        return {}


def write_stamp(requirements: str) -> None:
    # The tools of tests come on top of the site's own packages.
    names = {requirements, "requirements.txt"}
    draft = STAMP.with_suffix(".new")
    draft.write_text(json.dumps({name: fingerprint(name) for name in sorted(names)}))
    draft.replace(STAMP)


def fingerprint(requirements: str) -> str:
    return hashlib.sha256((ROOT / requirements).read_bytes() + bytes(WANTED)).hexdigest()


def make_environment() -> None:
    python, uv = find_python(), find_uv()
    if not uv and not (python and succeeds([python, "-m", "ensurepip", "--version"])):
        say("Fetching uv, which makes the environment …")
        uv = fetch_uv()
    shutil.rmtree(VENV, ignore_errors=True)
    if uv:
        make_with_uv(uv, python)
    else:
        run([str(python), "-m", "venv", str(VENV)])
    say(f"Made .venv with Python {version_of(str(PYTHON))}.")


def make_with_uv(uv: str, python: str | None) -> None:
    try:
        run_uv(uv, "venv", "--python", python or "3.13", str(VENV))
    except SetupError as error:
        if python:
            raise
        raise SetupError(f"no python3.13 is here, and uv cannot obtain it: {error}") from error


def find_python() -> str | None:
    if sys.version_info[:2] == WANTED:
        return os.path.realpath(sys.executable)  # not one of an environment, which may go
    return next((name for name in candidates() if version_of(name).startswith("3.13.")), None)


def candidates() -> Iterator[str]:
    for folder in os.get_exec_path():
        yield from map(str, Path(folder).glob("python3.13"))
    pyenv = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")
    if os.access(pyenv, os.R_OK):
        yield from map(str, pyenv.glob("versions/3.13.*/bin/python3.13"))


def version_of(python: str) -> str:
    """ "3.13.0", or "" when this Python does not run, as pyenv's stand-ins may not."""
    show = "import platform; print(platform.python_version())"
    try:
        return subprocess.run(
            [python, "-c", show], capture_output=True, text=True, timeout=60
        ).stdout.strip()
    except (OSError, subprocess.TimeoutExpired):
        return ""


def find_uv() -> str | None:
    places = [shutil.which("uv"), str(TOOLS / "bin" / "uv")]
    return next((uv for uv in places if uv and succeeds([uv, "--version"])), None)


def fetch_uv() -> str:
    """Installs uv below var/: in an environment of its own, or beside it with the pip at hand."""
    shutil.rmtree(TOOLS, ignore_errors=True)
    locked = [*LOCKED, "--quiet", "-r", str(ROOT / "deploy" / "uv.txt")]
    if succeeds([sys.executable, "-m", "venv", str(TOOLS)]):
        run([str(TOOLS / "bin" / "python"), "-m", "pip", "install", *locked])
    elif succeeds([sys.executable, "-m", "pip", "--version"]):
        run([sys.executable, "-m", "pip", "install", "--target", str(TOOLS), *locked])
    else:
        raise SetupError("pip and the module venv are missing: apt-get install python3-venv.")
    return str(TOOLS / "bin" / "uv")


def install(requirements: str) -> None:
    count = sum(line[:1].isalnum() for line in (ROOT / requirements).read_text().splitlines())
    uv = find_uv()
    locked = [*LOCKED, "--quiet", "-r", str(ROOT / requirements)]
    say(f"Installing {count} packages{'' if uv else ' (about a minute)'} …")
    # pip has a configuration of its own, and may reach an index that uv does not.
    if uv and installs(uv, locked):
        return
    if not succeeds([str(PYTHON), "-m", "pip", "--version"]):
        run([str(PYTHON), "-m", "ensurepip"])
    run([str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check", *locked])


def installs(uv: str, locked: Sequence[str]) -> bool:
    try:
        run_uv(uv, "pip", "install", "--compile-bytecode", "--python", str(PYTHON), *locked)
    except SetupError:
        return False
    return True


def run_uv(uv: str, *arguments: str) -> None:
    try:
        run([uv, *arguments])
    except SetupError as error:
        # uv trusts a list of its own; a company's authority is on the machine's alone.
        if "certificate" not in str(error):
            raise
        run([uv, "--system-certs", *arguments])


def succeeds(command: Sequence[str]) -> bool:
    try:
        run(command)
    except (SetupError, OSError):
        return False
    return True


def run(command: Sequence[str]) -> None:
    """Runs a command; what it says goes to var/setup.log. Raises SetupError with the reason."""
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True, errors="replace", cwd=ROOT, close_fds=False,
    )  # fmt: skip
    note(command, done.stdout)
    if done.returncode:
        raise SetupError(reason(done.stdout) or last_line(done.stdout, command))


def note(command: Sequence[str], output: str) -> None:
    LOG.parent.mkdir(exist_ok=True)
    with LOG.open("a", encoding="utf-8") as log:
        log.write(f"{' '.join(command)}\n{output}")


def reason(output: str) -> str:
    """The known reason that the output of a failed command gives, or nothing."""
    text = output.lower()
    return next((why for signs, why in REASONS if any(sign in text for sign in signs)), "")


def last_line(output: str, command: Sequence[str]) -> str:
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    return lines[-1] if lines else f"{Path(command[0]).name} failed without a word."


def say(message: str) -> None:
    print(message, flush=True)


if __name__ == "__main__":
    main()
