/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import vue from '@vitejs/plugin-vue'
import { join } from 'node:path'
import { defineConfig } from 'vite'

/** The demo's own pages; the app's bundle is the same as in a Nextcloud and is built by the other file. */
export default defineConfig({
	plugins: [vue()],
	root: import.meta.dirname,
	base: './',
	publicDir: false,
	define: {
		appName: JSON.stringify('files'),
		appVersion: JSON.stringify('demo'),
		'process.env.NODE_ENV': JSON.stringify('production'),
	},
	build: {
		outDir: join(import.meta.dirname, 'public/build'),
		emptyOutDir: true,
		target: 'es2022',
		cssCodeSplit: false,
		rollupOptions: {
			input: join(import.meta.dirname, 'front/main.ts'),
			output: {
				entryFileNames: '[name].js',
				chunkFileNames: 'chunks/[name]-[hash].js',
				assetFileNames: '[name][extname]',
			},
		},
	},
})
