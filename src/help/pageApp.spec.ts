/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { beforeEach, describe, expect, it } from 'vitest'
import { pageApp } from './pageApp.ts'

beforeEach(() => {
	document.body.innerHTML = ''
})

describe('pageApp', () => {
	it('is empty when the page does not say', () => {
		expect(pageApp()).toBe('')
	})

	it('reads it from the content', () => {
		document.body.innerHTML = '<div id="content" class="app-files"><div id="content-vue" class="content app-files"></div></div>'
		expect(pageApp()).toBe('files')
	})

	it('else from what the server says', () => {
		document.body.innerHTML = `<div id="content"></div><input type="hidden" id="initial-state-core-active-app" value="${btoa('"calendar"')}">`
		expect(pageApp()).toBe('calendar')
	})
})
