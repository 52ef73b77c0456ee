# Everything runs in a virtual environment in .venv; nothing is installed outside it.

# The first Python of 3.11 or newer that runs here; set PYTHON to choose another.
CANDIDATES = python3 python3.14 python3.13 python3.12 python3.11 python
MODERN = import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for name in $(CANDIDATES); do \
	if $$name -c '$(MODERN)' >/dev/null 2>&1; then echo $$name; break; fi; done)

BIN = .venv/bin
PACKAGES = src tests $(wildcard tools benchmarks)

.PHONY: help demo test coverage lint format docs site record bench bench-arabic bench-intake bench-collate bench-one-more bench-ledger \
	bench-pages soak clean

help:  ## this list
	@grep -E '^[a-z-]+:.*##' Makefile | sed -E 's/^([a-z-]+):.*## */  make \1	/'

.venv/made:
	@if [ -z "$(PYTHON)" ]; then \
		echo "tawatur needs Python 3.11 or newer, and none is on the PATH: install one, or name it (make PYTHON=/path/to/python3)" >&2; \
		exit 1; \
	fi
	@$(PYTHON) -m venv .venv || { \
		echo "Python could not make .venv: on Debian and Ubuntu install python3-venv" >&2; exit 1; }
	@touch $@

.venv/light: .venv/made pyproject.toml
	$(BIN)/pip install -q --disable-pip-version-check -e .
	@touch $@

.venv/full: .venv/made pyproject.toml
	$(BIN)/pip install -q --disable-pip-version-check -e '.[test]'
	@# Later releases build on ICU's headers; of what this one asks for, the stubs would hide SQLAlchemy's own types.
	$(BIN)/pip install -q --disable-pip-version-check --no-deps followthemoney==3.5.9
	@touch $@ .venv/light

demo: .venv/light  ## install, then read and collate the bundled specimen reports; on a terminal, open the pages on them
	@$(BIN)/tawatur demo

lint: .venv/full
	$(BIN)/ruff check $(PACKAGES)
	$(BIN)/ruff format --check $(PACKAGES)
	$(BIN)/mypy
	$(BIN)/lint-imports

# The pages are walked through in Debian's Chromium; who may not install it has those tests skipped.
.PHONY: browser
browser:
	@if ! command -v chromium >/dev/null && [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		apt-get update -qq && apt-get install -y -qq chromium >/dev/null; fi

site: .venv/full  ## the documentation as a site, in build/site
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict -q

test: lint browser  ## install, then lint, types, import contracts, all tests, the evaluation gate
	$(BIN)/python -m pytest -n 3 --dist worksteal --durations=15

coverage: .venv/full browser  ## all tests again, with what of the code they run; takes twice the time
	$(BIN)/python -m pytest -n 2 --cov --cov-report=term

format: .venv/full  ## put the code into the project's form
	$(BIN)/ruff check --fix $(PACKAGES)
	$(BIN)/ruff format $(PACKAGES)

docs: .venv/full  ## write the pages that come from the program: commands and schemas
	$(BIN)/python tools/write_docs.py

record: .venv/full  ## measure on the gold, and record the figures that the evaluation gate holds
	$(BIN)/python tools/record_evaluation.py --write

bench-arabic: .venv/light  ## our number and time readers beside others', accuracy and throughput (docs/benchmarks.md)
	$(BIN)/python benchmarks/arabic/run.py $(OPTIONS)

bench: .venv/light  ## reading on one core beside spaCy's tokeniser: throughput and memory (docs/benchmarks.md)
	$(BIN)/python benchmarks/extract/run.py $(OPTIONS)

bench-intake: .venv/light  ## a WARC of pages through intake, beside trafilatura alone (docs/benchmarks.md)
	$(BIN)/python benchmarks/intake/run.py $(OPTIONS)

bench-collate: .venv/light  ## time and memory of collation beside spaCy's tokeniser (docs/benchmarks.md)
	$(BIN)/python benchmarks/collate/run.py $(OPTIONS)

bench-one-more: .venv/light  ## what one more report takes in a ledger of thousands; after bench-collate
	$(BIN)/python benchmarks/collate/one_more.py $(OPTIONS)

bench-ledger: .venv/full  ## questions to a ledger of a million claims, on SQLite and PostgreSQL (docs/benchmarks.md)
	$(BIN)/python benchmarks/ledger/run.py $(OPTIONS)

bench-pages: .venv/full  ## what the server takes for each page: OPTIONS="LEDGER --rounds 16" (docs/benchmarks.md)
	$(BIN)/python benchmarks/pages/run.py $(OPTIONS)

# All on both databases: five minutes of fifteen at once; 50 kills of the server, 50 of a writer, 25 of a reader, on each;
# 50 requests of each kind to every endpoint. 32 minutes without the last, on two cores that others used as well.
soak: .venv/full  ## many at once for five minutes, kills at many moments, much to every endpoint: is anything lost or there twice?
	TAWATUR_LOAD_SECONDS=300 $(BIN)/python -m pytest -q tests/load/test_load_at_once.py
	TAWATUR_KILLS=50 $(BIN)/python -m pytest -q tests/load/test_load_killed_server.py tests/ledger/test_kill.py
	TAWATUR_EXAMPLES=50 $(BIN)/python -m pytest -q tests/web/test_web_schema.py

clean:  ## take away everything that was made here
	rm -rf .venv .bench build dist .demo .coverage .coverage.* .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
