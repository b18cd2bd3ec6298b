/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { defineConfig } from '@playwright/test'
import { existsSync } from 'node:fs'
import { isSoak, isWhole } from './support/space.ts'

/*
 * The same tests on both hosts: COMPAGNON_HOST says which one is served at COMPAGNON_URL. The scripts of `make test`
 * and `make test-nextcloud` start it and set both.
 */
const host = process.env.COMPAGNON_HOST ?? 'demo'
const chromium = [process.env.CHROMIUM, '/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => path !== undefined && existsSync(path))
/**
 * These take turns from day to day, since two cores spend a second or more on a page: `make test` and `make test-nextcloud`
 * say which turn it is. Whoever runs a spec by hand, and `make soak`, have all of them.
 */
const TURNS = [
	/(adventure-companion|home)\.spec/,
	/(help|settings|trouble)\.spec/,
	/(keyboard|offer|place|resume|views)\.spec/,
	/(check|simplified)\.spec/,
]
const turn = process.env.COMPAGNON_TURN
const anotherTurn = isSoak || turn === undefined ? [] : TURNS.filter((_, place) => place !== Number(turn) % TURNS.length)

export default defineConfig({
	testDir: '.',
	outputDir: '../../test-results',
	// A real server on two cores answers slowly when two browsers ask at once.
	workers: host === 'nextcloud' ? 1 : 2,
	timeout: host === 'nextcloud' ? 240_000 : 90_000,
	expect: { timeout: host === 'nextcloud' ? 30_000 : 15_000 },
	// @ours: what is shown or said does not depend on the host. On a Nextcloud, where a page takes a second, with `make soak`.
	...(isWhole ? {} : { grepInvert: /@ours/ }),
	forbidOnly: true,
	retries: 0,
	reporter: process.env.COMPAGNON_JUNIT === undefined
		? [['list']]
		: [['list'], ['junit', { outputFile: process.env.COMPAGNON_JUNIT }]],
	use: {
		baseURL: process.env.COMPAGNON_URL ?? 'http://127.0.0.1:8480',
		locale: 'fr-FR',
		// Calendar makes no calendar for a browser whose time zone is UTC.
		timezoneId: 'Europe/Paris',
		actionTimeout: host === 'nextcloud' ? 30_000 : 15_000,
		viewport: { width: 1280, height: 800 },
		screenshot: 'only-on-failure',
		// It takes a quarter of the time, so it is for whoever looks for a fault.
		trace: process.env.COMPAGNON_TRACE === undefined ? 'off' : 'retain-on-failure',
		launchOptions: {
			executablePath: chromium,
			args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
		},
	},
	projects: [
		// First and one at a time, with the other worker free for the rest: all of them have the same stand-ins of Google and Dropbox.
		{ name: 'transfer', testMatch: /transfer.*\.spec/, workers: 1, teardown: 'space' },
		{ name: host, testIgnore: [/(space|check|survey|transfer.*)\.spec/, ...anotherTurn], teardown: 'space' },
		// A space and its observatory, from a yes to a published result.
		{ name: 'survey', testMatch: /survey\.spec/, workers: 1 },
		// These change what is true for everybody, so they run when all the others have ended.
		{ name: 'space', testMatch: /(space|check)\.spec/, testIgnore: anotherTurn, workers: 1 },
	],
})
