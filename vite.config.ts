/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { createAppConfig } from '@nextcloud/vite-config'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const entries = ['loader', 'main', 'admin', 'personal']
	.map((name) => [name, join(import.meta.dirname, 'src', `${name}.ts`)] as const)
	.filter(([, file]) => existsSync(file))

export default createAppConfig(Object.fromEntries(entries), {
	// Each chunk brings its own styles, so that a page on which nothing is active loads no style sheet of ours.
	inlineCSS: { relativeCSSInjection: true },
	extractLicenseInformation: {},
	minify: true,
	config: {
		build: {
			// The loader is on every page: without preloading, a dynamic import stays a bare `import()`.
			modulePreload: false,
			sourcemap: false,
		},
	},
})
