/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { afterEach, describe, expect, it, vi } from 'vitest'
import { currentPath, goTo, isAt, isHere } from './page.ts'
import { goToPage } from './testing.ts'

import '../shared/testing/page.ts'

afterEach(() => {
	vi.unstubAllGlobals()
	window._oc_webroot = ''
})

const FILES = { app: 'files', path: '/apps/files', exact: false }

describe('currentPath', () => {
	it.each([
		['', '/apps/files/files/12', '/apps/files/files/12'],
		['', '/index.php/apps/files', '/apps/files'],
		['', '/index.php', ''],
		['', '/index.phpinfo/apps', '/index.phpinfo/apps'],
		['/cloud', '/cloud/apps/files', '/apps/files'],
		['/cloud', '/cloud/index.php/apps/files', '/apps/files'],
	])('web root “%s”, %s', (root, path, expected) => {
		window._oc_webroot = root
		goToPage(path)
		expect(currentPath()).toBe(expected)
	})
})

describe('isHere', () => {
	it.each([
		['/apps/files', '/apps/files', true],
		['/apps/files', '/apps/files/', true],
		['/apps/files', '/apps/files/files/12?dir=/Jardin', true],
		['/apps/files/', '/apps/files', true],
		['/apps/files', '/index.php/apps/files/files', true],
		['/apps/files', '/apps/files2', false],
		['/apps/files', '/apps/files_sharing/x', false],
		['/apps/files', '/apps', false],
		['/apps/files', '/settings/apps/files', false],
		['/apps/files/trashbin', '/apps/files/files', false],
		['/apps/spreed', '/index.php/call/abc123', true],
		['/apps/spreed', '/index.php/callback', false],
	])('a step of %s on %s: %s', (path, current, here) => {
		window._oc_webroot = ''
		goToPage(current)
		expect(isHere({ app: 'files', path, exact: false })).toBe(here)
	})
})

describe('goTo', () => {
	it('leaves for the page below the web root', () => {
		window._oc_webroot = '/cloud'
		const assign = vi.fn()
		vi.stubGlobal('location', { assign })
		goTo(FILES)
		expect(assign.mock.calls).toEqual([['/cloud/index.php/apps/files']])
	})
})

describe('isAt', () => {
	it.each([
		['/settings/user', '/settings/user', true, true],
		['/settings/user', '/settings/user/security', true, false],
		['/settings/user', '/settings/user/security', false, true],
		['/apps/calendar', '/apps/calendar/', true, true],
		['/apps/calendar', '/apps/calendars', false, false],
	])('%s on %s, exactly: %s', (path, current, exact, there) => {
		window._oc_webroot = ''
		goToPage(current)
		expect(isAt(path, exact)).toBe(there)
	})
})
