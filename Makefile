# Every target works on a fresh machine with git, make and Python 3.11 or newer as `python3`.
UV_VERSION := 0.13.9
UV := .tools/bin/uv
RUN := .venv/bin/

.DEFAULT_GOAL := help
.PHONY: bench-import bench-orders bench-pages bench-search bench-wants chromium coverage help setup demo serve check format migration test sizes hooks clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

$(UV):
	@python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "Partscounter needs Python 3.11 or newer as python3; found: $$(python3 --version 2>&1)." >&2; exit 1; }
	@python3 -m venv .tools || { \
		echo "python3 cannot make a virtual environment; on Debian and Ubuntu: apt install python3-venv." >&2; \
		rm -rf .tools; exit 1; }
	.tools/bin/python -m pip install --quiet --disable-pip-version-check "uv==$(UV_VERSION)"

.venv/.complete: uv.lock pyproject.toml contracts/pyproject.toml client/pyproject.toml | $(UV)
	$(UV) sync --frozen --quiet --all-packages --compile-bytecode
	@$(RUN)python -m compileall -q src contracts/src client/src
	@touch $@

setup: .venv/.complete ## Install everything into .venv; the command then stands at .venv/bin/partscounter

demo: setup ## Start the demo world on http://127.0.0.1:8080
	$(RUN)partscounter demo

serve: setup ## Run the counter as configured by the environment
	$(RUN)partscounter serve

check: setup ## Check formatting, lint, types and import contracts
	$(RUN)ruff format --check .
	$(RUN)ruff check .
	$(RUN)mypy
	$(RUN)lint-imports

format: setup ## Let the formatter have its way
	$(RUN)ruff format .
	$(RUN)ruff check --fix .

migration: setup ## Draft a step from the changed tables: make migration name=0002_what_it_does
	$(RUN)python -m partscounter.cli.draft_migration $(name)
	$(RUN)ruff format --quiet src/partscounter/database/migrations
	$(RUN)ruff check --fix --quiet src/partscounter/database/migrations
	$(RUN)ruff format --quiet src/partscounter/database/migrations

coverage: setup ## Write docs/coverage.md anew from the routes
	$(RUN)python -m tests.architecture.rules.coverage

bench-import: setup ## Measure an import against bare SQLite plus bare Tantivy: make bench-import rows=1000000
	$(RUN)python benchmarks/import --rows $(or $(rows),100000)

test: check chromium ## Run all checks, then all tests; the last line is pytest's count
	$(RUN)pytest -n 2

chromium: ## Install the browser that the tests drive, unless it is there
	@command -v chromium >/dev/null || { \
		command -v apt-get >/dev/null || { echo "The tests drive Chromium; please install it as chromium." >&2; exit 1; }; \
		if [ "$$(id -u)" = 0 ]; then sudo=; else sudo=sudo; fi; \
		$$sudo apt-get update -qq && $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null; }

bench-orders: setup ## Measure the order path beside other ways to write it (docs/benchmarks-orders.md)
	$(UV) run --frozen --all-packages --group bench python -m benchmarks.orders

bench-pages: setup ## Measure the first byte and the weight of every page, with 100,000 items
	$(RUN)python -m benchmarks.pages

bench-wants: setup ## Time an item until the mails of those who wait for it are there, with 10,000 wants
	$(RUN)python -m benchmarks.wants

bench-search: setup ## Time searches beside bare Tantivy and PostgreSQL: make bench-search items=1000000
	$(RUN)python -m benchmarks.search --items $(or $(items),1000000)
	$(RUN)python -m benchmarks.search.http

sizes: setup ## Name the files over the aim of 100 lines
	@$(RUN)python -m tests.architecture.sizes

hooks: setup ## Run the quick checks before every commit
	$(RUN)pre-commit install

clean: ## Remove what the targets made; data/ stays
	rm -rf .venv .tools .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
