"""A PostgreSQL server of its own in a folder, reached by a socket there."""

import os
import pwd
import shutil
import subprocess
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

DEBIANS = "/usr/lib/postgresql"
# A test database need not survive anything.
HASTE = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=20")


def programs():
    """The folder of initdb, or None: Debian keeps it out of the PATH."""
    found = shutil.which("initdb")
    if found:
        return Path(found).parent
    folders = sorted(Path(DEBIANS).glob("*/bin"), key=lambda path: int(path.parent.name))
    return next((folder for folder in reversed(folders) if (folder / "initdb").exists()), None)


@contextmanager
def server(folder):
    """Serves from ``folder`` (empty, its path short); gives the address of its database."""
    bin_, data, user = programs(), folder / "data", unprivileged()
    shutil.chown(folder, user, pwd.getpwnam(user).pw_gid)

    def run(program, *arguments):
        subprocess.run(
            [bin_ / program, "-D", data, *arguments], check=True, cwd=folder,
            stdout=subprocess.DEVNULL, **as_user(user),
        )  # fmt: skip

    run("initdb", "-U", "tests", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
    options = " ".join(f"-c {each}" for each in (*HASTE, "listen_addresses=''"))
    run("pg_ctl", "-w", "-l", folder / "log", "-o", f"{options} -k {folder}", "start")
    try:
        yield f"postgres://tests@{quote(str(folder), safe='')}/postgres"
    finally:
        run("pg_ctl", "-m", "immediate", "stop")


def unprivileged():
    """The name of somebody who may run a server; root may not."""
    if os.getuid():
        return pwd.getpwuid(os.getuid()).pw_name
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def as_user(name):
    if os.getuid():
        return {}
    return {"user": name, "group": pwd.getpwnam(name).pw_gid, "extra_groups": []}
