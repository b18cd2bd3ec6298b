/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ComputedRef } from 'vue'
import type { Run } from '../../shared/types.ts'
import type { Action } from '../../shared/useAction.ts'

import { computed, ref, watch } from 'vue'
import { t } from '../../shared/l10n.ts'
import { useAction } from '../../shared/useAction.ts'
import { transfer } from '../api.ts'
import { useConnect } from '../pick/useConnect.ts'

export interface Again extends Pick<Action, 'busy'> {
	/** What the button says; empty while it is not known. */
	words: ComputedRef<string>
	sentence: ComputedRef<string>
	begin(): Promise<void>
}

/** Permissions are given back a day after the end: by then, what is new can only be fetched once the account is connected again. */
type Input = 'unknown' | 'archive' | 'account' | 'missing'

/**
 * The same move once more.
 *
 * @param run that is over
 * @param go where to go with the new one
 */
export function useAgain(run: () => Run, go: (id: string) => void): Again {
	const input = ref<Input>('unknown')
	const { busy, sentence, run: perform } = useAction()
	const connecting = useConnect()

	watch(() => run().connection, async (connection) => {
		input.value = connection === null ? await inputOf(run().source) : 'account'
	}, { immediate: true })

	const words = computed(() => {
		switch (input.value) {
			case 'unknown':
				return ''
			case 'missing':
				return t('Connect {source} again to fetch what is new', { source: run().sourceName })
			default:
				return ['failed', 'cancelled'].includes(run().state)
					? t('Begin again')
					: input.value === 'archive' ? t('Begin again with this archive') : t('Fetch what is new since')
		}
	})

	async function begin(): Promise<void> {
		if (input.value === 'missing') {
			await connecting.connect(run().source, run().id)
			return
		}
		await perform(async () => go((await transfer.act(run().id, 'again')).id))
	}

	return {
		busy: computed(() => busy.value || connecting.busy.value),
		words,
		sentence: computed(() => sentence.value === '' ? connecting.sentence.value : sentence.value),
		begin,
	}
}

async function inputOf(source: string): Promise<Input> {
	try {
		const { sources, connections } = await transfer.overview()
		if (sources.find(({ id }) => id === source)?.needsConnection !== true) {
			return 'archive'
		}
		return connections.some((one) => one.source === source && one.state === 'ready') ? 'account' : 'missing'
	} catch {
		// The server says what is wrong when the button is pressed.
		return 'account'
	}
}
