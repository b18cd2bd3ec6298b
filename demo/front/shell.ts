/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** The person's menu works without a script; this closes it with Escape and with a click elsewhere. */
export function closeMenus(): void {
	const menu = document.querySelector<HTMLDetailsElement>('#user-menu > details')
	if (menu === null) {
		return
	}
	menu.addEventListener('keydown', (event) => {
		if (event.key === 'Escape' && menu.open) {
			event.stopPropagation()
			menu.open = false
			menu.querySelector('summary')?.focus()
		}
	})
	document.addEventListener('click', ({ target }) => {
		if (target instanceof Node && !menu.contains(target)) {
			menu.open = false
		}
	})
	menu.addEventListener('focusout', ({ relatedTarget }) => {
		if (relatedTarget instanceof Node && !menu.contains(relatedTarget)) {
			menu.open = false
		}
	})
}

/** Whoever cuts the power comes back to the very page: its address changes while a run goes on. */
export function comeBack(): void {
	document.querySelector<HTMLFormElement>('.demo-power')?.addEventListener('submit', ({ currentTarget }) => {
		const to = currentTarget instanceof HTMLFormElement ? currentTarget.elements.namedItem('to') : null
		if (to instanceof HTMLInputElement) {
			to.value = location.pathname + location.search
		}
	})
}
