/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { join } from 'node:path'
import { defineConfig } from 'vite'

/** The stand-in providers: one file for node, nothing beside it. */
export default defineConfig({
	root: import.meta.dirname,
	publicDir: false,
	build: {
		ssr: join(import.meta.dirname, 'main.ts'),
		outDir: join(import.meta.dirname, 'build'),
		emptyOutDir: true,
		target: 'node20',
		rollupOptions: {
			output: { entryFileNames: 'providers.mjs' },
		},
	},
})
