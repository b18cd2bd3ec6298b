/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Ref, ShallowRef } from 'vue'
import type { TransferClient, TransferSettings } from '../../shared/types.ts'
import type { Action } from '../../shared/useAction.ts'
import type { Load } from '../../shared/useLoad.ts'
import type { Switch } from '../../shared/useSwitch.ts'
import type { SpaceTransfer } from './api.ts'

import { ref, shallowRef } from 'vue'
import { t } from '../../shared/l10n.ts'
import { useAction } from '../../shared/useAction.ts'
import { useLoad } from '../../shared/useLoad.ts'
import { useSwitch } from '../../shared/useSwitch.ts'
import { transferAdmin } from './api.ts'

/** People think of megabytes, the server of bytes. */
const MEGABYTE = 1024 * 1024

export interface TransferForm extends Pick<Load<TransferSettings>, 'status' | 'sentence' | 'load'> {
	members: Switch
	fast: Switch
	/** Megabytes a second, as typed; empty for no limit. */
	bandwidth: Ref<string>
	/** What is wrong with what was typed there; empty when nothing is. */
	bandwidthFault: Ref<string>
	staging: Ref<string>
	saving: Action
	saved: Ref<boolean>
	saveRest(): Promise<void>
	clients: ShallowRef<TransferClient[]>
	take(settings: TransferSettings): void
}

/** Settings of moving in. Switches are saved at once, the rest by its button; each request takes all kept values along. */
export function useTransferSettings(): TransferForm {
	const bandwidth = ref('')
	const bandwidthFault = ref('')
	const staging = ref('')
	const saved = ref(false)
	const saving = useAction()
	const clients = shallowRef<TransferClient[]>([])
	const members = useSwitch((value) => store({ members: value }))
	const fast = useSwitch((value) => store({ fast: value }))
	let kept: SpaceTransfer = { members: true, bandwidth: null, fast: false, staging: '' }
	let queue: Promise<unknown> = Promise.resolve()

	function keep({ clients: now, ...rest }: TransferSettings): void {
		kept = rest
		clients.value = now
	}

	const { status, sentence, load } = useLoad(async () => {
		const settings = await transferAdmin.settings()
		keep(settings)
		members.take(kept.members)
		fast.take(kept.fast)
		bandwidth.value = typedOf(kept.bandwidth)
		staging.value = kept.staging
		return settings
	})

	function store(change: Partial<SpaceTransfer>): Promise<void> {
		const request = queue.then(async () => keep(await transferAdmin.update({ ...kept, ...change })))
		queue = request.catch(() => {})
		return request
	}

	async function saveRest(): Promise<void> {
		saved.value = false
		const bytes = bytesOf(bandwidth.value)
		bandwidthFault.value = bytes === undefined ? t('Write a number, for instance 2 or 0.5, or nothing.') : ''
		if (bytes !== undefined) {
			saved.value = await saving.run(() => store({ bandwidth: bytes, staging: staging.value.trim() }))
		}
	}

	return { status, sentence, load, members, fast, bandwidth, bandwidthFault, staging, saving, saved, saveRest, clients, take: keep }
}

function typedOf(bytes: number | null): string {
	return bytes === null ? '' : String(Math.round((bytes / MEGABYTE) * 100) / 100)
}

/** @return null for no limit; undefined where what was typed is no number */
export function bytesOf(typed: string): number | null | undefined {
	const written = typed.trim().replace(',', '.')
	if (written !== '' && !/^\d+(\.\d+)?$/.test(written)) {
		return undefined
	}
	const megabytes = Number(written)
	return megabytes > 0 ? Math.max(1, Math.round(megabytes * MEGABYTE)) : null
}
