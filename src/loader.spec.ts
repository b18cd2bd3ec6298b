/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { beforeEach, describe, expect, it, vi } from 'vitest'
import { accompany } from './adventure/companion/accompany.ts'
import { openHelp } from './help/openHelp.ts'
import { activate } from './tour/activate.ts'

vi.mock('./adventure/companion/accompany.ts', () => ({ accompany: vi.fn(async () => {}) }))
vi.mock('./help/openHelp.ts', () => ({ openHelp: vi.fn(async () => {}) }))
vi.mock('./tour/activate.ts', () => ({ activate: vi.fn(async () => {}) }))

const HEADER = '<div id="header"><div class="header-start"></div><div class="header-end"><div id="unified-search"></div><div id="notifications"></div><div id="user-menu"></div></div></div>'

beforeEach(() => {
	document.body.innerHTML = HEADER
	vi.mocked(accompany).mockClear()
	vi.mocked(openHelp).mockClear()
	vi.mocked(activate).mockClear()
	vi.resetModules()
})

/** As the server writes it: JSON in UTF-8, in base64. */
function give(state: object): void {
	const input = document.createElement('input')
	input.type = 'hidden'
	input.id = 'initial-state-compagnon-loader'
	input.value = btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(state))))
	document.body.append(input)
}

async function load(): Promise<HTMLButtonElement | null> {
	await import('./loader.ts')
	return document.querySelector<HTMLButtonElement>('#compagnon-help')
}

describe('loader', () => {
	it('does nothing where the server gives no state', async () => {
		expect(await load()).toBeNull()
		expect(document.body.innerHTML).toBe(HEADER)
		expect(activate).not.toHaveBeenCalled()
	})

	it('adds the help, and nothing else, when nothing is going on', async () => {
		const fetched = vi.spyOn(globalThis, 'fetch')
		const sent = vi.spyOn(XMLHttpRequest.prototype, 'send')
		give({ help: 'Help for this page', active: null, quest: null })
		const button = await load()
		expect(button?.parentElement?.className).toBe('header-end')
		expect(button?.nextElementSibling?.id).toBe('notifications')
		expect(button?.type).toBe('button')
		expect(activate).not.toHaveBeenCalled()
		expect(accompany).not.toHaveBeenCalled()
		expect(fetched).not.toHaveBeenCalled()
		expect(sent).not.toHaveBeenCalled()
	})

	it('keeps Enter on the help from the shortcuts of the page, and nothing else', async () => {
		give({ help: 'Help', active: null })
		const button = (await load())!
		const heard: string[] = []
		document.addEventListener('keydown', ({ key }) => heard.push(key))
		for (const key of ['Enter', 'F6', 'Escape']) {
			button.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
		}
		expect(heard).toEqual(['F6', 'Escape'])
	})

	it('lets every key on the help do what it does elsewhere, so that Tab leads on', async () => {
		give({ help: 'Help', active: null })
		const button = (await load())!
		const passed = ['Tab', 'Enter', ' '].map((key) => button.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })))
		expect(passed).toEqual([true, true, true])
	})

	it('names the help with its accents, as text', async () => {
		const name = 'Aide pour cette page : « où êtes‑vous ? » "><img src=x>'
		give({ help: name, active: null })
		const button = await load()
		expect(button?.getAttribute('aria-label')).toBe(name)
		expect(button?.title).toBe(name)
		expect(document.querySelector('img')).toBeNull()
		expect(button?.querySelector('span')?.getAttribute('aria-hidden')).toBe('true')
	})

	it('puts the help last in a header of another kind', async () => {
		document.body.innerHTML = '<div id="header"><div class="header-end"><i><b id="notifications"></b></i></div></div>'
		give({ help: 'Help', active: null })
		expect((await load())?.nextElementSibling).toBeNull()
	})

	it('opens the help, and tells what gets the focus back', async () => {
		give({ help: 'Help', active: null })
		const button = await load()
		button?.click()
		await vi.waitFor(() => expect(openHelp).toHaveBeenCalledWith(button))
	})

	it('says what to do when the help cannot be loaded, each time, until that is clicked away', async () => {
		// As the browser reports it, whoever may look there.
		const reported = vi.fn()
		process.on('unhandledRejection', reported)
		vi.mocked(openHelp).mockRejectedValue(new TypeError('Failed to fetch dynamically imported module'))
		give({ help: 'Help', gone: 'Reload <b>this</b> page.', active: null })
		const button = (await load())!
		const notes = () => [...document.querySelectorAll<HTMLElement>('[role="alert"]')]
		button.click()
		await vi.waitFor(() => expect(notes().map(({ textContent }) => textContent)).toEqual(['Reload <b>this</b> page.']))
		const [first] = notes()
		button.click()
		await vi.waitFor(() => expect(notes()[0]).not.toBe(first))
		expect(notes()).toHaveLength(1)
		notes()[0]!.click()
		expect(notes()).toEqual([])
		await vi.waitFor(() => expect(reported).toHaveBeenCalledTimes(2))
		process.off('unhandledRejection', reported)
		vi.mocked(openHelp).mockResolvedValue(undefined)
	})

	it.each(['resume', 'continue', 'offer'])('wakes what is going on: %s', async (mode) => {
		give({ help: 'Help', active: { tour: 'files-first-steps', mode } })
		await load()
		await vi.waitFor(() => expect(vi.mocked(activate).mock.calls).toEqual([['files-first-steps', mode]]))
	})

	it.each(['resume', 'continue', 'offer'])('is silent in the frame of the tour check, but puts the help there: %s', async (mode) => {
		const parent = vi.spyOn(window, 'parent', 'get').mockReturnValue({} as Window)
		give({ help: 'Help', active: { tour: 'files-first-steps', mode } })
		expect(await load()).not.toBeNull()
		await new Promise((resolve) => setTimeout(resolve, 50))
		expect(activate).not.toHaveBeenCalled()
		parent.mockRestore()
	})

	it('goes on with a tour also on a page without header', async () => {
		document.body.innerHTML = ''
		give({ help: 'Help', active: { tour: 'files-first-steps', mode: 'resume' } })
		expect(await load()).toBeNull()
		await vi.waitFor(() => expect(activate).toHaveBeenCalled())
	})

	it('accompanies an open quest, beside a tour too', async () => {
		const quest = { story: 'short-visit', quest: 'folder', label: 'Votre quête' }
		give({ help: 'Help', active: { tour: 'files-first-steps', mode: 'resume' }, quest })
		await load()
		await vi.waitFor(() => expect(vi.mocked(accompany).mock.calls).toEqual([[quest]]))
		await vi.waitFor(() => expect(activate).toHaveBeenCalled())
	})

	it('tells who accompanies a quest which list of files the page has shown before', async () => {
		const told = new Map<string, (event: unknown) => void>()
		window._nc_event_bus = { subscribe: (name, handler) => void told.set(name, handler) }
		give({ help: 'Help', active: null, quest: { story: 'short-visit', quest: 'folder', label: 'Votre quête' } })
		await load()
		document.dispatchEvent(new Event('DOMContentLoaded'))
		const list = { view: 'files', folder: 1, contents: [] }
		told.get('files:list:updated')!(list)
		await vi.waitFor(() => expect(vi.mocked(accompany).mock.lastCall?.[0].list).toBe(list))
		delete window._nc_event_bus
	})

	it.each(['continue', 'offer'])('proposes no tour to whoever is at a quest: %s', async (mode) => {
		give({ help: 'Help', active: { tour: 'files-first-steps', mode }, quest: { story: 'short-visit', quest: 'folder', label: 'Votre quête' } })
		await load()
		await vi.waitFor(() => expect(accompany).toHaveBeenCalled())
		expect(activate).not.toHaveBeenCalled()
	})

	it('accompanies no quest in the frame of the tour check', async () => {
		const parent = vi.spyOn(window, 'parent', 'get').mockReturnValue({} as Window)
		give({ help: 'Help', active: null, quest: { story: 'short-visit', quest: 'folder', label: 'Votre quête' } })
		await load()
		await new Promise((resolve) => setTimeout(resolve, 50))
		expect(accompany).not.toHaveBeenCalled()
		parent.mockRestore()
	})
})
