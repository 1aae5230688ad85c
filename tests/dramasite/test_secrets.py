import stat
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from dramasite.secrets import kept_secret

ROOT = Path(__file__).resolve().parents[2]
ASK = "import sys; from pathlib import Path; from dramasite.secrets import kept_secret; "


def test_secret_is_made_once_and_kept(tmp_path):
    first = kept_secret(tmp_path / "secrets", "pepper")
    assert (len(first), kept_secret(tmp_path / "secrets", "pepper")) == (43, first)


def test_secrets_differ_by_name(tmp_path):
    assert kept_secret(tmp_path, "one") != kept_secret(tmp_path, "other")


def test_secret_is_for_its_owner_alone(tmp_path):
    kept_secret(tmp_path / "secrets", "pepper")
    modes = [stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "secrets").glob("**/*")]
    folder = stat.S_IMODE((tmp_path / "secrets").stat().st_mode)
    assert (folder, modes) == (0o700, [0o600])


def test_secret_that_is_empty_is_neither_used_nor_replaced(tmp_path):
    (tmp_path / "pepper").write_text("\n")
    with pytest.raises(ImproperlyConfigured, match="pepper is empty"):
        kept_secret(tmp_path, "pepper")
    assert (tmp_path / "pepper").read_text() == "\n"


def test_secret_asked_for_by_many_processes_at_once_is_one(tmp_path):
    # Each waits for the same moment, written on its standard input.
    code = ASK + "input(); print(kept_secret(Path(sys.argv[1]), 'pepper'))"
    asking = [
        subprocess.Popen(
            [sys.executable, "-c", code, tmp_path],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )
        for _ in range(4)
    ]
    for process in asking:
        process.stdin.write("now\n")
        process.stdin.flush()
    answers = {process.communicate(timeout=30)[0].strip() for process in asking}
    assert answers == {(tmp_path / "pepper").read_text()}
    assert [path.name for path in tmp_path.iterdir()] == ["pepper"]
