/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { recommended } from '@nextcloud/eslint-config'
import { defineConfig } from 'eslint/config'

export default defineConfig([
	{
		name: 'compagnon/generated',
		ignores: ['src/shared/openapi.ts', 'js/', 'build/', 'demo/public/build/', 'demo/providers/build/', '**/vendor/'],
	},
	...recommended,
	{
		name: 'compagnon/types-say-it',
		files: ['**/*.ts', '**/*.vue'],
		ignores: ['**/*.spec.*', '**/*.test.*', '**/tests/**'],
		rules: {
			// TypeScript names and types each parameter; a comment is for what it cannot say.
			'jsdoc/check-param-names': ['warn', { disableMissingParamChecks: true }],
			'jsdoc/require-jsdoc': 'off',
			'jsdoc/require-param': 'off',
			'jsdoc/require-throws-type': 'off',
			'jsdoc/require-yields': 'off',
		},
	},
	{
		name: 'compagnon/command-line',
		files: ['scripts/**', 'bench/**'],
		rules: {
			'no-console': 'off',
		},
	},
	{
		name: 'compagnon/measurements',
		files: ['bench/transfer/**'],
		rules: {
			// Parts of one script that hand each other the same few tools: their names and types say enough.
			'jsdoc/check-param-names': 'off',
			'jsdoc/require-jsdoc': 'off',
			'jsdoc/require-param': 'off',
			'jsdoc/require-param-description': 'off',
			'jsdoc/require-param-type': 'off',
			'jsdoc/require-returns': 'off',
		},
	},
])
