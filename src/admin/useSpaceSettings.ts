/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Ref } from 'vue'
import type { SpaceSettings } from '../shared/types.ts'
import type { Action } from '../shared/useAction.ts'
import type { Load } from '../shared/useLoad.ts'
import type { Switch } from '../shared/useSwitch.ts'

import { ref } from 'vue'
import { api } from '../shared/api.ts'
import { useAction } from '../shared/useAction.ts'
import { useLoad } from '../shared/useLoad.ts'
import { useSwitch } from '../shared/useSwitch.ts'

export interface SpaceForm extends Pick<Load<SpaceSettings>, 'status' | 'sentence' | 'load'> {
	offers: Switch
	/** What is being typed; kept when saving fails. */
	contact: Ref<string>
	saving: Action
	saved: Ref<boolean>
	saveContact(): Promise<void>
}

/**
 * Settings of the space. The switch is saved at once and the contact by its button, though both go with one request:
 * each takes the other's kept value along, and they wait for one another.
 */
export function useSpaceSettings(): SpaceForm {
	const contact = ref('')
	const saved = ref(false)
	const saving = useAction()
	const offers = useSwitch((value) => store({ offers: value }))
	let kept: SpaceSettings = { offers: true, contact: '' }
	let queue: Promise<unknown> = Promise.resolve()

	const { status, sentence, load } = useLoad(async () => {
		kept = await api.spaceSettings()
		contact.value = kept.contact
		offers.take(kept.offers)
		return kept
	})

	function store(change: Partial<SpaceSettings>): Promise<void> {
		const request = queue.then(async () => {
			kept = await api.updateSpaceSettings({ ...kept, ...change })
		})
		queue = request.catch(() => {})
		return request
	}

	async function saveContact(): Promise<void> {
		saved.value = false
		saved.value = await saving.run(async () => {
			const typed = contact.value
			await store({ contact: typed.trim() })
			if (contact.value === typed) {
				contact.value = kept.contact
			}
		})
	}

	return { status, sentence, load, offers, contact, saving, saved, saveContact }
}
