import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from deploy import bootstrap

SCRIPT = Path(bootstrap.__file__)


def test_bootstrap_is_written_for_python_3_9():
    ast.parse(SCRIPT.read_text(), feature_version=(3, 9))


def test_bootstrap_imports_the_standard_library_alone():
    tree = ast.parse(SCRIPT.read_text())
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
    names = {
        name.split(".")[0]
        for node in imports
        for name in ([node.module] if isinstance(node, ast.ImportFrom) else _names(node))
    }
    assert names - sys.stdlib_module_names == set()


def _names(node):
    return [alias.name for alias in node.names]


@pytest.mark.parametrize(
    ("output", "why"),
    [
        ("OSError: [Errno 28] No space left on device", "the disk is full."),
        (
            "... not created successfully because ensurepip is not\navailable.  On Debian",
            "the module venv is missing: apt-get install python3-venv.",
        ),
        (
            "/usr/bin/python3: No module named venv",
            "the module venv is missing: apt-get install python3-venv.",
        ),
        (
            "Caused by: dns error: failed to lookup address",
            "nothing can be fetched. Is the network up?",
        ),
        (
            "Failed to establish a new connection: [Errno -3] Temporary failure in name resolution",
            "nothing can be fetched. Is the network up?",
        ),
        (
            "ERROR: No matching distribution found for django==6.1.3",
            "nothing can be fetched. Is the network up?",
        ),
        (
            "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.",
            "a package is not the one that was locked.",
        ),
        (
            "Failed to fetch\n  cause: invalid peer certificate: UnknownIssuer",
            "a server's certificate is not trusted here.",
        ),
        (
            "PermissionError: [Errno 13] Permission denied",
            "a file or folder here may not be written.",
        ),
        ("something else", ""),
    ],
)
def test_reason_of_a_failure_is_told_in_one_line(output, why):
    assert bootstrap.reason(output) == why


@pytest.mark.parametrize(
    ("output", "line"),
    [("first\nlast \n\n", "last"), ("", "pip failed without a word.")],
)
def test_last_line_speaks_when_the_reason_is_unknown(output, line):
    assert bootstrap.last_line(output, ["/usr/bin/pip", "install"]) == line


def test_version_of_a_stand_in_that_fails_is_nothing(tmp_path):
    shim = tmp_path / "python3.13"
    shim.write_text("#!/bin/sh\necho 'command not found' >&2\nexit 127\n")
    shim.chmod(0o755)
    versions = [bootstrap.version_of(str(path)) for path in (shim, tmp_path / "none")]
    assert versions == ["", ""]


def test_version_of_this_python_is_its_own():
    assert bootstrap.version_of(sys.executable) == sys.version.split()[0]


@pytest.fixture
def tree(tmp_path, monkeypatch):
    """A tree of its own, with two small requirements files and an environment that looks whole."""
    for name in ("requirements.txt", "requirements-dev.txt"):
        (tmp_path / name).write_text(f"{name}==1\n")
    python = tmp_path / ".venv/bin/python"
    python.parent.mkdir(parents=True)
    python.touch()
    monkeypatch.setattr(bootstrap, "ROOT", tmp_path)
    monkeypatch.setattr(bootstrap, "PYTHON", python)
    monkeypatch.setattr(bootstrap, "STAMP", tmp_path / ".venv/installed.json")
    return tmp_path


def is_ready(name):
    return bootstrap.read_stamp().get(name) == bootstrap.fingerprint(name)


def test_stamp_of_the_tools_stands_for_the_site_too(tree):
    bootstrap.write_stamp("requirements-dev.txt")
    assert [is_ready(name) for name in ("requirements.txt", "requirements-dev.txt")] == [True, True]


def test_stamp_of_the_site_does_not_stand_for_the_tools(tree):
    bootstrap.write_stamp("requirements.txt")
    ready = [is_ready(name) for name in ("requirements.txt", "requirements-dev.txt")]
    assert ready == [True, False]


def test_stamp_is_void_once_the_requirements_change(tree):
    bootstrap.write_stamp("requirements.txt")
    (tree / "requirements.txt").write_text("django==7\n")
    assert not is_ready("requirements.txt")


@pytest.mark.parametrize("content", ["", "{", "[1]", "null"])
def test_stamp_that_is_damaged_is_no_stamp(tree, content):
    bootstrap.STAMP.write_text(content)
    assert bootstrap.read_stamp() == {}


def test_stamp_without_its_python_is_no_stamp(tree):
    bootstrap.write_stamp("requirements.txt")
    bootstrap.PYTHON.unlink()
    assert bootstrap.read_stamp() == {}


def test_set_up_that_is_done_starts_no_program(tree):
    bootstrap.write_stamp("requirements-dev.txt")
    bootstrap.set_up("requirements.txt")
    assert not (tree / "var").exists()


def test_uv_is_found_only_when_it_runs(tree, monkeypatch):
    broken = tree / "bin/uv"
    broken.parent.mkdir()
    broken.write_text("#!/bin/sh\nexit 127\n")
    broken.chmod(0o755)
    monkeypatch.setattr(bootstrap, "LOG", tree / "var/setup.log")
    monkeypatch.setattr(bootstrap, "TOOLS", tree / "var/bootstrap")
    monkeypatch.setenv("PATH", f"{broken.parent}{os.pathsep}/usr/bin{os.pathsep}/bin")
    assert bootstrap.find_uv() is None


def test_help_is_printed_by_make():
    done = subprocess.run(
        ["make", "--no-print-directory", "help"],
        cwd=SCRIPT.parent.parent,
        capture_output=True,
        text=True,
        timeout=20,
    )
    commands = [line.split()[1] for line in done.stdout.splitlines()]
    assert commands == ["run", "test", "check", "bench", "password", "lock"]


def test_set_up_where_nothing_may_be_written_says_which_file(tmp_path):
    for name in ("deploy", "requirements.txt"):
        (tmp_path / name).symlink_to(SCRIPT.parents[1] / name)
    (tmp_path / "var").write_text("a file where a folder is to be made")
    copy = tmp_path / "scripts/bootstrap.py"
    copy.parent.mkdir()
    copy.write_text(SCRIPT.read_text())
    done = subprocess.run([sys.executable, copy], capture_output=True, text=True, timeout=20)
    said = f"Set-up failed: File exists ({tmp_path / 'var'})\n"
    assert (done.returncode, done.stdout, done.stderr) == (1, "", said)


def test_make_runs_in_a_folder_of_any_name(tmp_path):
    folder = tmp_path / 'it\'s $HOME & "more"'
    (folder / "deploy").mkdir(parents=True)
    (folder / "Makefile").symlink_to(SCRIPT.parents[1] / "Makefile")
    (folder / "deploy/bootstrap.py").write_text("import sys; sys.exit(__file__)")
    done = subprocess.run(["make", "run"], cwd=folder, capture_output=True, text=True, timeout=20)
    assert done.stderr.splitlines()[0] == f"{folder}/deploy/bootstrap.py"
