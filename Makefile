# SPDX-FileCopyrightText: 2026 Compagnon contributors
# SPDX-License-Identifier: AGPL-3.0-or-later

# Each target is a script of the same name in scripts/, with a comment at its top.
.DEFAULT_GOAL := help
.NOTPARALLEL:
TARGETS := setup demo demo-reset test nextcloud test-nextcloud soak bench lint fix package help
.PHONY: $(TARGETS)

$(TARGETS):
	@scripts/$@
