/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Plugin } from 'vite'

import { createAppConfig } from '@nextcloud/vite-config'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { lightTexts } from './texts.config.ts'

const entries = ['loader', 'main', 'admin', 'personal', 'check', 'transfer', 'survey', 'adventure']
	.map((name) => [name, join(import.meta.dirname, 'src', `${name}.ts`)] as const)
	.filter(([, file]) => existsSync(file))

/**
 * Vite wraps each dynamic import in code that fetches style sheets and further chunks ahead. Ours need neither, and
 * that code would be on every page of the space.
 */
const plainImports: Plugin = {
	name: 'compagnon-plain-imports',
	enforce: 'pre',
	load: (id) => id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load()' : null,
}

export default createAppConfig(Object.fromEntries(entries), {
	// Each chunk brings its own styles, so that a page on which nothing is active loads no style sheet of ours.
	inlineCSS: { relativeCSSInjection: true },
	extractLicenseInformation: {},
	minify: true,
	config: {
		plugins: [plainImports, lightTexts],
		build: {
			// The loader is on every page: without preloading, a dynamic import stays a bare `import()`.
			modulePreload: false,
			sourcemap: false,
		},
	},
})
