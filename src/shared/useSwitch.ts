/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Ref } from 'vue'

import { ref } from 'vue'
import { useAction } from './useAction.ts'

export interface Switch {
	/** What it shows: at once what the person wants, and the kept value again when saving fails. */
	on: Ref<boolean>
	busy: Ref<boolean>
	saved: Ref<boolean>
	/** What to say when saving failed; empty otherwise. */
	sentence: Ref<string>
	/** Takes what the server has. */
	take(value: boolean): void
	set(wanted: boolean): Promise<void>
}

/**
 * A switch that is saved at once. Whoever switches back and forth while it is being saved gets the last position.
 *
 * @param store saves a value; throws when it cannot
 */
export function useSwitch(store: (value: boolean) => Promise<void>): Switch {
	const on = ref(false)
	const saved = ref(false)
	const { busy, sentence, run } = useAction()
	let kept = false

	function take(value: boolean): void {
		kept = value
		on.value = value
	}

	async function set(wanted: boolean): Promise<void> {
		on.value = wanted
		if (busy.value) {
			return
		}
		saved.value = false
		saved.value = await run(async () => {
			try {
				while (on.value !== kept) {
					const sent = on.value
					await store(sent)
					kept = sent
				}
			} finally {
				on.value = kept
			}
		})
	}

	return { on, busy, saved, sentence, take, set }
}
