# The site's commands; `make help` names them. PORT=, HOST= and DATA_DIR= change where `make run` serves.
PYTHON := .venv/bin/python
# From the root folder: a python3 of pyenv would read .python-version here, and fail without 3.13.
SETUP := tree=$$(pwd) && cd / && { python3 -c 'import sys; sys.exit(sys.version_info < (3, 9))' || \
  { echo "Python 3.9 or later is needed in front of the PATH, as python3." >&2; exit 1; }; } && \
  python3 "$$tree/deploy/bootstrap.py"
# Nothing here is secret: it lets the production checks run on this very tree.
COMPLETE := PRODUCTION=1 ALLOWED_HOSTS=dramas.example EMAIL_HOST=mail.dramas.example \
  DEFAULT_FROM_EMAIL=site@dramas.example \
  SECRET_KEY=throw-away-key-of-the-checks-0123456789-abcdefghijklmnop \
  ADDRESS_KEYS=throw-away-address-key-0123456789-abcdef \
  ADDRESS_PEPPER=throw-away-pepper-0123456789-abcdefghijk

.PHONY: help run test check bench password lock
help:
	@echo "make run       sets everything up and serves the site on http://127.0.0.1:8000 (PORT=, HOST=, DATA_DIR=)"
	@echo "make test      sets up what the tests need and runs them (ARGS= goes to pytest)"
	@echo "make check     format, lint, types, templates, migrations, production settings"
	@echo "make bench     names the benchmarks; BENCH=similar runs bench/similar.py (ARGS= goes to it)"
	@echo "make password  gives the account 'editor' a new password"
	@echo "make lock      locks the newest packages that pyproject.toml allows (needs uv)"

run:
	@$(SETUP)
	@$(PYTHON) manage.py serve

test:
	@$(SETUP) --dev
	@$(PYTHON) -m pytest -n auto $(ARGS)

check:
	@$(SETUP) --dev
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m ruff check .
	$(PYTHON) -m mypy .
	git ls-files -z '*.html' | xargs -0 -r .venv/bin/djade --check --target-version 6.1
	$(PYTHON) manage.py makemigrations --check
	$(COMPLETE) $(PYTHON) manage.py check --deploy --fail-level WARNING

bench:
	@$(SETUP) --dev
ifdef BENCH
	@$(PYTHON) bench/$(BENCH).py $(ARGS)
else
	@for script in bench/*.py; do \
	  printf 'make bench BENCH=%s\n    ' "$$(basename "$$script" .py)"; \
	  head -n 1 "$$script" | tr -d '"'; done
endif

password:
	@$(SETUP)
	@$(PYTHON) manage.py editor_password

LOCK := uv pip compile --upgrade --universal --generate-hashes --no-header --no-annotate --quiet
lock:
	$(LOCK) --python-version 3.13 pyproject.toml -o requirements.txt
	$(LOCK) --python-version 3.13 pyproject.toml --group dev -o requirements-dev.txt
	echo uv | $(LOCK) --python-version 3.9 - -o deploy/uv.txt
