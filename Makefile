# Every chore by name. README and .ci/run call nothing else.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUN := $(VENV)/.ready-to-run
DEVELOP := $(VENV)/.ready-to-develop
PEERS := build/peers/.ready
DEMO := build/demo
LIST := data/example/foreign-list
AGREED := --skip-unclear --leave-conflicts --skip-unread
WORKERS ?= 2

# Say a command as a person would type it, then run it on the registry of the demo.
type = @printf '\n$$ prisoners %s\n' '$(1)' && PRISONERS_HOME=$(DEMO)/registry $(BIN)/prisoners $(1)

.DEFAULT_GOAL := help
.PHONY: help demo test check lint types floors fresh covered bench trust schema docs lock clean

help:  ## this list
	@awk -F ':.*## ' '/^[a-z ]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(RUN)  ## set everything up, then do the main job on an invented registry, in build/demo
	@rm -rf $(DEMO) && mkdir -p $(DEMO)
	$(call type,init --example --by "A visitor")
	$(call type,stats)
	$(call type,list "status:serving charge:610 gender:female" --limit 5)
	$(call type,search نرگس)
	$(call type,show P-0042)
	$(call type,import $(LIST).csv --map $(LIST).toml)
	$(call type,import $(LIST).csv --map $(LIST).toml $(AGREED) --because "A list that was sent to us" --apply > /dev/null)
	$(call type,export $(DEMO)/cases.xlsx --to "A parliament" --because "The demo of the registry" --yes)
	$(call type,verify)
	@echo; echo "The workbook is $(DEMO)/cases.xlsx. To look around: export PRISONERS_HOME=$(DEMO)/registry PATH=$(BIN):\$$PATH"

test: $(DEVELOP)  ## set everything up and pass the tests
	$(BIN)/python -m pytest -q -n $(WORKERS) --maxfail=100

check: lint types floors fresh covered  ## all that must hold before a change lands: style, types, floors, pages, tests, coverage

lint: $(DEVELOP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(DEVELOP)
	$(BIN)/mypy

floors: $(DEVELOP)
	$(BIN)/lint-imports --no-cache

fresh: $(DEVELOP)
	$(BIN)/python -m docs.generate --check

covered: $(DEVELOP)
	@mkdir -p build
	$(BIN)/python -m pytest -q -n $(WORKERS) --maxfail=100 --cov --cov-report=json:build/coverage.json
	$(BIN)/python tests/house/coverage_by_room.py build/coverage.json

bench: $(DEVELOP) $(PEERS)  ## time the program against its peers
	$(BIN)/python -m pytest -q -s -m bench

trust: $(DEVELOP)  ## the long figures: kills, faults, fuzzing
	$(BIN)/python -m pytest -q -m trust --hypothesis-profile=trust

docs schema: $(DEVELOP)  ## write the generated pages and schema.sql anew
	$(BIN)/python -m docs.generate

lock:  ## choose versions anew and pin every file of each by its hash
	$(PYTHON) -m venv build/lock
	build/lock/bin/pip install --quiet uv
	echo hatchling | $(PIN) pyproject.toml --output-file requirements/run.txt
	echo hatchling | $(PIN) pyproject.toml --extra dev --extra pdf --constraint requirements/run.txt --output-file requirements/dev.txt
	printf 'sqlite-utils\nopenpyxl\nlxml\n' | $(PIN) --constraint requirements/run.txt --output-file requirements/bench.txt

# One lock for Python 3.11 and later on every platform; hatchling builds the project itself.
PIN = build/lock/bin/uv pip compile - --universal --python-version 3.11 --upgrade --generate-hashes \
	--no-emit-index-url --no-annotate --no-header --quiet

clean:  ## remove what the chores made; your registries are elsewhere
	rm -rf $(VENV) build .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage .coverage.*
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("prisoners needs Python 3.11 or later and this is " + sys.version.split()[0] + ": make PYTHON=python3.11 ...")'
	$(PYTHON) -m venv $(VENV)

$(RUN): requirements/run.txt pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(DEVELOP): requirements/dev.txt $(RUN)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/dev.txt
	@touch $@

# Programs that ours is timed against, in a throw-away environment.
$(PEERS): requirements/bench.txt
	$(PYTHON) -m venv build/peers
	build/peers/bin/python -m pip install --quiet --require-hashes -r requirements/bench.txt
	@touch $@
