/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/*
 * On every page of the space, so it has no dependency and does nothing but put the "?" into the header. Everything
 * else is loaded when it is asked for, or when something is going on.
 */

declare global {
	interface Window {
		/** That of `@nextcloud/event-bus`, from the first script on that uses it. */
		_nc_event_bus?: { subscribe(name: string, handler: (event: unknown) => void): void }
	}
}

interface PageState {
	/** Name of the "?" in the person's language. */
	help: string
	/** What to say when a click on it loads nothing: an upgrade of the app takes the files of pages that are open away. */
	gone: string
	active: { tour: string, mode: 'resume' | 'continue' | 'offer' } | null
	/** The quest of a story that is open, with what it is called for those who do not see it. */
	quest: { story: string, quest: string, label: string, list?: unknown } | null
}

const STYLE = '#compagnon-help{flex:none;width:44px;min-width:34px;height:var(--header-height,50px);min-height:0;margin:0;padding:0;border:0;background:0 0;color:var(--color-background-plain-text,#fff);cursor:pointer}#compagnon-help span{display:inline-block;box-sizing:border-box;width:20px;height:20px;border:2px solid;border-radius:50%;font:bold 13px/16px sans-serif;opacity:.85}#compagnon-help:focus-visible{outline:2px solid;outline-offset:-5px}#compagnon-help:is(:hover,:focus-visible) span{opacity:1}#compagnon-gone{position:fixed;inset:var(--header-height,50px) 8px auto auto;z-index:2001;max-width:300px;margin:8px 0;padding:12px 16px;border:1px solid var(--color-border-maxcontrast);border-left:4px solid var(--color-element-error,var(--color-error));background:var(--color-main-background);color:var(--color-main-text);box-shadow:0 0 8px rgba(0,0,0,.3)}'

function readState(): PageState | null {
	const value = document.querySelector<HTMLInputElement>('#initial-state-compagnon-loader')?.value
	return value === undefined ? null : JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(value), (c) => c.charCodeAt(0))))
}

/** Announced each time, and gone with a click. */
function say(words: string): void {
	document.querySelector('#compagnon-gone')?.remove()
	const note = document.createElement('p')
	note.id = 'compagnon-gone'
	note.setAttribute('role', 'alert')
	note.textContent = words
	note.onclick = () => note.remove()
	document.body.append(note)
}

function addHelp({ help: name, gone }: PageState): void {
	const end = document.querySelector('#header .header-end')
	if (end === null) {
		return
	}
	const button = document.createElement('button')
	button.id = 'compagnon-help'
	button.type = 'button'
	button.title = name
	button.setAttribute('aria-label', name)
	button.innerHTML = `<style>${STYLE}</style><span aria-hidden="true">?</span>`
	button.onclick = () => import('./help/openHelp.ts').then(({ openHelp }) => openHelp(button)).catch((error) => {
		say(gone)
		throw error
	})
	// Files takes Enter, wherever it is pressed, for opening the chosen file.
	button.onkeydown = (event) => {
		if (event.key === 'Enter') {
			event.stopPropagation()
		}
	}
	end.insertBefore(button, end.querySelector(':scope > #notifications, :scope > #contactsmenu, :scope > #user-menu'))
}

const state = readState()
if (state !== null) {
	addHelp(state)
	const { active, quest } = state
	// In the frame of the tour check there is nobody to talk to.
	if (window.parent === window) {
		// Nothing else is proposed to whoever is at a quest.
		if (active && (!quest || active.mode === 'resume')) {
			import('./tour/activate.ts').then(({ activate }) => activate(active.tour, active.mode))
		}
		if (quest) {
			// Files shows its list before the companion is there, which tells by it what comes in later.
			document.addEventListener('DOMContentLoaded', () => window._nc_event_bus?.subscribe('files:list:updated', (list) => {
				quest.list = list
			}))
			import('./adventure/companion/accompany.ts').then(({ accompany }) => accompany(quest))
		}
	}
}
