# The two commands to begin with: `make demo` and `make test`. Both do the set-up they need.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: help install demo test check audit-deps faults year bench bench-letters bench-stored bench-search bench-totals soak lock clean bench-start bench-reminders

help:
	@echo "make demo   the whole bridge on this machine, with a chat page, no network"
	@echo "make test   all tests (what needs PostgreSQL or chromium is skipped where these are missing)"
	@echo "make check  ruff, mypy, import-linter"
	@echo "make audit-deps  the libraries: known faults, or their hashes"
	@echo "make faults the long version of the tests of what can go wrong (docs/reliability.md)"
	@echo "make year   a year of 200 members and 1,200 contacts under each scheme on both engines, counted twice (3 to 7 minutes)"
	@echo "make bench  the benchmarks, one after the other (half an hour); figures go into docs/performance.md by hand"
	@echo "make bench-letters  letters a second, beside echo bots"
	@echo "make bench-stored  the same beside a million letters (the first time makes them: ten minutes or more, 2.5 GB)"
	@echo "make bench-start  from the start of the process to the first answer, and memory"
	@echo "make bench-reminders  a month's round for 10,000 members: claimed, and sent at Telegram's limit"
	@echo "make soak   ten minutes of mixed load: does memory, or a queue, grow?"
	@echo "make bench-search  searching 200,000 letters on SQLite and PostgreSQL (some minutes)"
	@echo "make bench-totals  /quota and the bulletin of 1,000 and 10,000 members on both engines (some minutes)"

install: $(VENV)/.run
$(VENV)/.run: requirements.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable . 2>/dev/null || $(BIN)/python -m pip install --quiet --no-deps --editable .
	touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.run
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.lock
	touch $@

demo: $(VENV)/.run
	$(BIN)/python -m bot demo $(ARGS)

# Every process of the tests would compile every library again where this is set.
test faults: export PYTHONDONTWRITEBYTECODE :=

test: $(VENV)/.dev
	$(BIN)/python -m pytest -n 3 --dist worksteal $(ARGS)

check: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

audit-deps: $(VENV)/.run
	@.ci/audit-deps $(CURDIR)/$(BIN)/python

faults: $(VENV)/.dev
	$(BIN)/python -m pytest tests/faults tests/fuzz tests/services/test_*at_once.py tests/services/test_year.py tests/journeys/test_crash.py --long --timeout 1800 -n 2 $(ARGS)

year: $(VENV)/.dev
	$(BIN)/python -m pytest tests/services/test_year.py --long --timeout 1800 -n 0 -s $(ARGS)

$(VENV)/.aiogram: bench/aiogram.lock
	$(PYTHON) -m venv $(VENV)/aiogram
	$(VENV)/aiogram/bin/python -m pip install --quiet --require-hashes -r bench/aiogram.lock
	touch $@

bench: bench-letters bench-start bench-reminders bench-search bench-totals

bench-letters: $(VENV)/.dev $(VENV)/.aiogram
	$(BIN)/python -m bench.letters $(ARGS)

bench-stored: $(VENV)/.dev
	$(BIN)/python -m bench.letters --stored 1000000 $(ARGS)

bench-start: $(VENV)/.dev $(VENV)/.aiogram
	$(BIN)/python -m bench.start $(ARGS)

bench-reminders: $(VENV)/.dev
	$(BIN)/python -m bench.reminders $(ARGS)

bench-search: $(VENV)/.dev
	$(BIN)/python -m bench.search $(ARGS)

bench-totals: $(VENV)/.dev
	$(BIN)/python -m bench.totals $(ARGS)

soak: $(VENV)/.dev
	$(BIN)/python -m bench.soak $(ARGS)

lock:
	uv pip compile --generate-hashes --no-header --quiet pyproject.toml -o requirements.lock
	uv pip compile --generate-hashes --no-header --quiet pyproject.toml --group dev -o requirements-dev.lock
	uv pip compile --generate-hashes --no-header --quiet bench/aiogram.in -o bench/aiogram.lock

clean:
	rm -rf $(VENV) build *.egg-info
