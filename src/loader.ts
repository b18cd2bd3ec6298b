/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/*
 * On every page of the space, so it has no dependency and does nothing but put the "?" into the header. Everything
 * else is loaded when it is asked for, or when something is going on.
 */

interface PageState {
	/** Name of the "?" in the person's language. */
	help: string
	active: { tour: string, mode: 'resume' | 'continue' | 'offer' } | null
}

const STYLE = '#compagnon-help{flex:none;width:44px;min-width:34px;height:var(--header-height,50px);min-height:0;margin:0;padding:0;border:0;background:0 0;color:var(--color-background-plain-text,#fff);cursor:pointer}#compagnon-help span{display:inline-block;box-sizing:border-box;width:20px;height:20px;border:2px solid;border-radius:50%;font:bold 13px/16px sans-serif;opacity:.85}#compagnon-help:focus-visible{outline:2px solid;outline-offset:-5px}#compagnon-help:is(:hover,:focus-visible) span{opacity:1}'

function readState(): PageState | null {
	const value = document.querySelector<HTMLInputElement>('#initial-state-compagnon-loader')?.value
	return value === undefined ? null : JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(value), (c) => c.charCodeAt(0))))
}

function addHelp(name: string): void {
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
	button.onclick = () => import('./help/openHelp.ts').then(({ openHelp }) => openHelp(button))
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
	addHelp(state.help)
	// In the frame of the tour check there is nobody to talk to.
	if (state.active !== null && window.parent === window) {
		const { tour, mode } = state.active
		import('./tour/activate.ts').then(({ activate }) => activate(tour, mode))
	}
}
