PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
SHARED ?= ../shared
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.PHONY: install demo test check format readme test-frames bench train web clean
install: $(READY)

$(READY): pyproject.toml requirements-dev.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --requirement requirements-dev.txt
	$(BIN)/pip install --quiet --no-deps --editable .
	touch $(READY)

demo: install
	$(BIN)/kg build seeds/ --store build/demo
	$(BIN)/kg stats --store build/demo
	$(BIN)/kg query --named who-met-whom --store build/demo
	$(BIN)/kg export -o build/graph.ttl --store build/demo
	$(BIN)/kg view -o build/graph.html --store build/demo

test: install
	.ci/packages
	PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python -m pytest -n 2 --cov=kg --cov-fail-under=90

check: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest tests/test_ontology.py

format: install
	$(BIN)/ruff check --fix . && $(BIN)/ruff format .

readme: install
	$(BIN)/python tests/readme.py

test-frames: install
	$(BIN)/python -m pytest tests/test_frames.py

bench: install
	$(BIN)/python benchmarks/pipeline.py $(SHARED)/gold/texts
	$(BIN)/python benchmarks/stages.py $(SHARED)/gold/texts
	$(BIN)/python benchmarks/build.py $(SHARED)/gold/texts
	$(BIN)/python benchmarks/store.py

train: install
	$(MAKE) -C training PYTHON=../$(BIN)/python CORPORA=../$(SHARED)/corpora

web:
	cd web && npm ci && npm run build

clean:
	rm -rf build $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis
