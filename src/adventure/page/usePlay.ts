/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ComputedRef, Ref } from 'vue'
import type { Load } from '../../shared/useLoad.ts'
import type { Game, Playing } from '../api.ts'
import type { State } from '../engine/state.ts'
import type { LevelName, Move } from '../engine/types.ts'
import type { Settled } from '../outbox.ts'

import { computed, onBeforeUnmount, onMounted, shallowRef } from 'vue'
import { ApiError } from '../../shared/api.ts'
import { t } from '../../shared/l10n.ts'
import { useAction } from '../../shared/useAction.ts'
import { useLoad } from '../../shared/useLoad.ts'
import { Tabs } from '../../tour/tabs.ts'
import { broughtAlong, gameOf, stories } from '../api.ts'
import { lookupOf } from '../engine/lookup.ts'
import { replay } from '../engine/replay.ts'
import { Outbox } from '../outbox.ts'
import { gamesChannel } from '../told.ts'

/** A story that is played on this page. */
export interface Play {
	state: Load<Playing>
	/** Where it stands, with what could not be stored yet; only read once it was loaded. */
	now: ComputedRef<State>
	/** What the server keeps as open. */
	open: ComputedRef<Game['open']>
	/** Whether moves wait on this device to be sent. */
	waits: Ref<boolean>
	busy: Ref<boolean>
	/** What to say when something failed; empty otherwise. */
	sentence: Ref<string>
	/** Makes a move; true when it counts, be it kept on this device only. */
	put(move: Exclude<Move, { kind: 'open' }>): Promise<boolean>
	/** Opens a quest: seen, when it was done before; null when that failed. */
	begin(quest: string, level: LevelName): Promise<'open' | 'seen' | null>
	/** Whether a quest that is open is done; null when that cannot be told. */
	check(quest: string, level: LevelName): Promise<boolean | null>
	/** Looks without a word whether the open quest was done meanwhile; gives it when it was. */
	look(): Promise<Game['open']>
	/** Throws what a dialog then says. */
	restart(): Promise<void>
	practise(): Promise<boolean>
	/** Throws what a dialog then says. */
	tidy(): Promise<void>
}

export function usePlay(id: string): Play {
	const outbox = new Outbox(id, settle)
	const waiting = shallowRef<readonly Move[]>([])
	const { busy, sentence, run } = useAction()
	const state = useLoad(async () => {
		const brought = broughtAlong(id)
		const isLate = outbox.moves.length > 0
		await outbox.deliver()
		const playing = isLate || brought === undefined ? await stories.story(id) : brought
		waiting.value = outbox.moves
		return playing
	})
	const tabs = new Tabs<{ story: string }>(({ story }) => story === id && void state.refresh(), gamesChannel)
	const now = computed(() => {
		const { story, here, game } = state.data.value!
		return replay(story, [...game.moves, ...waiting.value], here)
	})
	const open = computed(() => state.data.value?.game.open ?? null)

	function take(game: Game, whole = false): void {
		const { data: { value: playing } } = state
		if (playing === undefined) {
			return
		}
		const before = playing.game
		if (whole || game.number - game.moves.length === before.number) {
			state.take({ ...playing, game: whole ? game : { ...game, moves: [...before.moves, ...game.moves] } })
		} else if (game.number > before.number) {
			void state.refresh()
		}
	}

	function settle(outcome: Settled): void {
		waiting.value = outbox.moves
		if ('refused' in outcome) {
			sentence.value = outcome.refused.message
			void state.refresh()
		} else {
			take('whole' in outcome ? outcome.whole : outcome.added, 'whole' in outcome)
			tabs.tell({ story: id })
		}
	}

	/** What another window was faster with is taken; whoever asked hears of it. */
	async function ask<T>(request: (number: number) => Promise<T>): Promise<T> {
		try {
			return await request(state.data.value!.game.number)
		} catch (error) {
			const whole = gameOf(error)
			if (whole !== null) {
				take(whole, true)
			}
			throw error
		}
	}

	/** Facts of the space cannot be kept for later. */
	async function emptied(): Promise<void> {
		await outbox.deliver()
		if (outbox.moves.length > 0) {
			throw new ApiError(t('There is no connection at the moment. What you did here is kept on this device and sent later.'), 0)
		}
	}

	function keep(move: Move): void {
		outbox.keep(state.data.value!.game.number, move)
		waiting.value = outbox.moves
	}

	function put(move: Exclude<Move, { kind: 'open' }>): Promise<boolean> {
		return run(async () => {
			if (outbox.moves.length > 0) {
				keep(move)
				await outbox.deliver()
				return
			}
			try {
				take(await ask((number) => stories.move(id, number, move)))
				tabs.tell({ story: id })
			} catch (error) {
				if (!(error instanceof ApiError && error.passing)) {
					throw error
				}
				keep(move)
			}
		})
	}

	async function begin(quest: string, level: LevelName): Promise<'open' | 'seen' | null> {
		let how: 'open' | 'seen' = 'open'
		const passed = await run(async () => {
			await emptied()
			const game = await ask((number) => stories.move(id, number, { kind: 'open', quest, level }))
			how = game.moves.some(({ kind }) => kind === 'seen') ? 'seen' : 'open'
			take(game)
			tabs.tell({ story: id })
		})
		return passed ? how : null
	}

	async function check(quest: string, level: LevelName): Promise<boolean | null> {
		let is = false
		const passed = await run(async () => {
			await emptied()
			const { holds, game } = await ask((number) => stories.check(id, number, quest, level))
			is = holds
			take(game)
			if (holds) {
				tabs.tell({ story: id })
			}
		})
		return passed ? is : null
	}

	async function look(): Promise<Game['open']> {
		const asked = open.value
		const level = asked === null ? undefined : lookupOf(state.data.value!.story).quests.get(asked.quest)?.[asked.level]
		if (asked === null || level === undefined || !('fact' in level.proof) || outbox.moves.length > 0) {
			return null
		}
		const answer = await ask((number) => stories.check(id, number, asked.quest, asked.level)).catch(() => null)
		if (answer === null) {
			return null
		}
		take(answer.game)
		return answer.holds ? asked : null
	}

	async function restart(): Promise<void> {
		outbox.drop()
		waiting.value = []
		take(await ask((number) => stories.restart(id, number)), true)
		tabs.tell({ story: id })
	}

	function practise(): Promise<boolean> {
		return run(async () => {
			const practice = await stories.practise()
			state.take({ ...state.data.value!, practice })
		})
	}

	async function tidy(): Promise<void> {
		await stories.tidy()
		state.take({ ...state.data.value!, practice: null })
	}

	onMounted(() => void state.load())
	onBeforeUnmount(() => {
		outbox.stop()
		tabs.close()
	})

	return { state, now, open, waits: computed(() => waiting.value.length > 0), busy, sentence, put, begin, check, look, restart, practise, tidy }
}
