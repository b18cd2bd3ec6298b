/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { defineConfig } from '@playwright/test'
import tests from '../tests/e2e/playwright.config.ts'

/** Measures in the same browser, with the same support, as the browser tests. */
export default defineConfig({
	...tests,
	testDir: '.',
	testMatch: '*.bench.ts',
	workers: 1,
	timeout: 300_000,
	use: { ...tests.use, screenshot: 'off', trace: 'off' },
})
