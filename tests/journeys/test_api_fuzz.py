"""Whatever the API's own description allows, and what it forbids: answered, never with a 500."""

import subprocess
import sys
from pathlib import Path

import pytest

CHECKS = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_schema_conformance",
    "response_headers_conformance",
    "unsupported_method",
)
MOST_EXAMPLES = 15  # of an operation, besides those that cover its schema


@pytest.mark.long
def test_api_answers_as_it_is_described(demo, live_server, tmp_path):
    run = subprocess.run(
        [
            Path(sys.executable).with_name("schemathesis"),
            *("run", f"{live_server.url}/api/openapi.json", "--no-color"),
            *("--phases", "coverage,fuzzing", "--max-examples", str(MOST_EXAMPLES)),
            "--generation-deterministic",
            *("--checks", ",".join(CHECKS)),
        ],
        capture_output=True,
        text=True,
        cwd=tmp_path,  # where it keeps its notes
        timeout=300,
    )
    assert run.returncode == 0, run.stdout[-3000:]
    assert "4 passed" in run.stdout
