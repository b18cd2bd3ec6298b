/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

export default defineConfig({
	plugins: [vue()],
	define: {
		appName: JSON.stringify('compagnon'),
		appVersion: JSON.stringify('0.0.0-test'),
	},
	test: {
		environment: 'jsdom',
		include: ['src/**/*.spec.ts', 'demo/{front,providers}/**/*.spec.ts', 'tests/content/**/*.spec.ts'],
		server: { deps: { inline: [/@nextcloud\/vue/] } },
	},
})
