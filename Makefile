# The developer's manual: make help.
.DEFAULT_GOAL := help
.PHONY: help demo test bench lint format generated asan clang tsan coverage abi setup clean

PRESET ?= release
BUILD = build/$(PRESET)
TOKKI = $(BUILD)/bindings/cli/tokki
# Everything is built and tested with the system's tools, whatever else stands first in PATH.
CMAKE := /usr/bin/cmake
CTEST := /usr/bin/ctest

help: ## this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 18

# What tests need besides is not installed for it, unless they were set up before.
demo: PRESET := $(if $(wildcard build/release/CMakeCache.txt),release,demo)
demo: ## set up, build, and check examples/declarations
	@tools/setup build
	@tools/build $(PRESET) tokki_cli
	@$(TOKKI) check examples/declarations --as-of 2026-11-24; code=$$?; [ $$code -le 1 ] || exit $$code
	@echo
	@echo "In English: $(TOKKI) check examples/declarations --lang en"
	@echo "One rule:   $(TOKKI) explain japan-only-contradicted"

test: ## set up, build, and run all tests
	@tools/setup build test
	@tools/build $(PRESET)
	@$(CTEST) --preset $(PRESET) --parallel $$(nproc)

bench: ## checks beside merely reading the same JSON; chains and assessments of up to a million records
	@tools/setup build test
	@tools/build release tokki_bench tokki_chain_bench tokki_assess_bench
	@build/release/tests/bench/tokki_bench
	@build/release/tests/bench/tokki_chain_bench
	@build/release/tests/bench/tokki_assess_bench

asan: ## the tests under the address and undefined-behaviour sanitizers
	@$(MAKE) --no-print-directory test PRESET=asan

clang: ## the tests, built by clang 19 with warnings as errors
	@tools/setup build test clang
	@$(MAKE) --no-print-directory test PRESET=clang

tsan: ## everything built by clang 19, and what threads share tested under the thread sanitizer
	@tools/setup build test clang
	@$(MAKE) --no-print-directory test PRESET=tsan

coverage: ## which lines the tests run: a summary, and pages in build/coverage/pages/
	@tools/setup build test coverage
	@find build/coverage -name '*.gcda' -delete 2>/dev/null || true
	@$(MAKE) --no-print-directory test PRESET=coverage
	@tools/coverage

lint: ## clang-tidy, cppcheck, ruff, mypy, clang-format, stale generated files
	@tools/setup build test lint
	@tools/lint

format: ## clang-format and ruff format over everything
	@tools/setup lint
	@tools/format

generated: ## write schemas/, docs/terms.md and Python's classes anew
	@tools/setup build test
	@tools/build $(PRESET) tokki_cli tokki_python tokki_python_records
	@tools/write-generated $(TOKKI) $(BUILD)/bindings/python/tokki_python_records

abi: ## record the ABI of libtokki-c anew, after a change that is meant
	@tools/setup build test lint
	@tools/abi record

setup: ## install what building, testing and linting need (Debian 12)
	@tools/setup build test lint

clean: ## remove build/
	rm -rf build
