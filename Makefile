# Every target works on a fresh machine with Python >= 3.11, git and make.
UV_VERSION := 0.13.9
UV := .tools/bin/uv
RUN := .venv/bin/

.PHONY: help setup demo serve test check format
help: ## List the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

$(UV):
	python3 -m venv .tools
	.tools/bin/python -m pip install --quiet "uv==$(UV_VERSION)"

.venv/.complete: uv.lock pyproject.toml contracts/pyproject.toml client/pyproject.toml | $(UV)
	$(UV) sync --frozen --quiet --all-packages
	@touch $@

setup: .venv/.complete ## Install everything into .venv; the command then stands at .venv/bin/partscounter

demo: setup ## Start the demo world on http://127.0.0.1:8080
	$(RUN)partscounter demo

serve: setup ## Run the counter as configured by the environment
	$(RUN)partscounter serve

check: setup ## Formatting, lint, types and house rules
	$(RUN)ruff format --check .
	$(RUN)ruff check .
	$(RUN)mypy
	$(RUN)lint-imports

format: setup ## Let the formatter have its way
	$(RUN)ruff format .
	$(RUN)ruff check --fix .

test: check ## All checks, then all tests on SQLite and PostgreSQL
	$(RUN)pytest -n 2
