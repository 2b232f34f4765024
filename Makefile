# `make run` and `make test` need Python 3.11 or newer and nothing else of ours.
SHELL := /bin/bash
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3 python; do \
	command -v $$p >/dev/null && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# The lock names everything: --no-deps keeps older pips from looking for a newer release of what an extra asks for.
INSTALL = $(BIN)/python -m pip install --quiet --require-hashes --no-deps
BIN := $(VENV)/bin
PORT ?= 8000

.PHONY: help run test lock messages pictures clean
help:
	@echo "make run   the register with demo data on http://127.0.0.1:$(PORT)/"
	@echo "make test  everything that CI does"
	@echo "make messages  message catalogues brought up to date"
	@echo "make pictures  sprite of flags and icons made anew"
	@echo "make lock  new lock files from requirements*.in"

$(BIN)/python:
	@if [ -z "$(PYTHON)" ]; then echo "Union needs Python 3.11 or newer; on Debian: apt-get install python3 python3-venv"; exit 1; fi
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements.txt | $(BIN)/python
	$(INSTALL) -r requirements.txt
	@touch $@

$(VENV)/.test: requirements.txt requirements-dev.txt | $(BIN)/python
	$(INSTALL) -r requirements.txt -r requirements-dev.txt
	$(BIN)/python -m pip check --quiet
	@touch $@ $(VENV)/.run

run: $(VENV)/.run
	@BIN=$(BIN) PORT=$(PORT) bash .ci/serve

test: $(VENV)/.test
	@BIN=$(BIN) bash .ci/test

messages: $(VENV)/.test
	$(BIN)/python .ci/messages.py

pictures: $(VENV)/.test
	$(BIN)/python .ci/pictures.py

lock: $(VENV)/.test
	$(BIN)/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe --no-emit-index-url \
		--no-emit-find-links --no-emit-trusted-host -o requirements.txt requirements.in
	$(BIN)/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe --no-emit-index-url \
		--no-emit-find-links --no-emit-trusted-host -o requirements-dev.txt requirements-dev.in

clean:
	rm -rf $(VENV) var .coverage* htmlcov
