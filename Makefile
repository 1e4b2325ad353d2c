# `make` builds the briefing and the deck, `make test` tests them; each first installs what it needs.
# The Python (3.11 or newer) is found by itself; `make PYTHON=/path/to/python3` names another.

FILE ?= content/car-nk.yaml
ARGS ?=
export PYTHON

bin := .venv/bin
install := $(bin)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all:
compile := CUSTOM_COMPILE_COMMAND="make lock" $(bin)/pip-compile --quiet --upgrade --generate-hashes --strip-extras \
	--allow-unsafe --build-deps-for editable --no-emit-index-url --no-emit-find-links --no-emit-trusted-host pyproject.toml
schema := builder/content/content.schema.json

.PHONY: build test check fix bench torture readme lock clean

## build (the default): output/<name>.pdf and output/<name>.pptx of FILE
build: .venv/.run
	$(bin)/diptych build $(FILE)

## test: all tests, a file on each core; ARGS go to pytest, as in: make test ARGS='-m "not render and not slow"'
test: .venv/.dev
	.ci/system-packages test || echo "tests that need them are skipped"
	$(bin)/python -m pytest --numprocesses auto --dist loadfile $(ARGS)

## check: format, lint, types, import contracts, and whether generated files are up to date
check: .venv/.dev
	$(bin)/ruff format --check .
	$(bin)/ruff check .
	$(bin)/mypy
	$(bin)/lint-imports --no-logo
	$(bin)/diptych schema | diff -u $(schema) -

## fix: what `make check` can mend by itself
fix: .venv/.dev
	$(bin)/ruff check --fix .
	$(bin)/ruff format .
	$(bin)/diptych schema > $(schema).new && mv $(schema).new $(schema)
	$(bin)/python -m tests.deck.ready_pages

## bench: time of both outputs beside pandoc's, Typst's and the floor: make bench ARGS='--sizes 1,10,100 --readme'
bench: .venv/.bench
	$(bin)/python -m tests.benchmarks.bench $(ARGS) $(FILE)

## torture: kills, full disks and fuzzing; ARGS as in: make torture ARGS='--minutes 20 --kills 100'
torture: .venv/.torture
	$(bin)/python -m tests.torture $(ARGS)

## readme: the pictures and the generated parts of README.md
readme: .venv/.dev
	$(bin)/python -m tests.readme.render

## lock: resolve the newest versions that pyproject.toml admits into requirements/
lock: .venv/.dev
	$(compile) --output-file requirements/run.txt
	$(compile) --extra dev --constraint requirements/run.txt --output-file requirements/dev.txt
	$(compile) --extra bench --constraint requirements/run.txt --output-file requirements/bench.txt
	$(compile) --extra torture --constraint requirements/dev.txt --output-file requirements/torture.txt

## clean: remove everything that make made
clean:
	rm -rf .venv .diptych .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache build dist
	find output -mindepth 1 ! -name README.md -delete
	find builder tests -name __pycache__ -prune -exec rm -rf {} +

.venv/bin/python:
	.ci/system-packages build
	python=$$(.ci/find-python) && "$$python" -m venv --clear .venv

.venv/.run: .venv/bin/python requirements/run.txt pyproject.toml
	$(install) -r requirements/run.txt
	$(bin)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

.venv/.dev: .venv/.run requirements/dev.txt
	$(install) -r requirements/dev.txt
	touch $@

.venv/.bench: .venv/.run requirements/bench.txt
	$(install) -r requirements/bench.txt
	touch $@

.venv/.torture: .venv/.dev requirements/torture.txt
	$(install) -r requirements/torture.txt
	touch $@
