/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Crumb, DemoNode, Place } from './types.ts'

import { emit } from '@nextcloud/event-bus'
import { computed, onBeforeUnmount, onMounted, ref } from 'vue'
import { sentence } from '../http.ts'
import { say } from '../words.ts'
import { api } from './api.ts'
import { byName } from './format.ts'
import { addressOf, readPlace } from './place.ts'

const LISTS = { shared: api.shared, favorites: api.favorites, trash: api.trash }

/** What the page shows, and what people do with it; tells it on the event bus as Nextcloud's Files does. */
export function useFiles() {
	const place = ref<Place>(readPlace(window.location.search))
	const nodes = ref<DemoNode[]>([])
	const path = ref<Crumb[]>([])
	const own = ref(true)
	const editable = ref(true)
	const status = ref<'loading' | 'ready' | 'failed'>('loading')
	const problem = ref('')
	/** said to screen readers and shown for a moment */
	const said = ref('')

	const view = computed(() => place.value.view === 'files' && !own.value ? 'shared' : place.value.view)

	async function load(): Promise<void> {
		const wanted = place.value
		try {
			const loaded = wanted.view === 'files'
				? await api.folder(wanted.folder)
				: { path: [], own: true, editable: false, ...await LISTS[wanted.view]() }
			if (wanted !== place.value) {
				return
			}
			nodes.value = wanted.view === 'trash' ? loaded.nodes : loaded.nodes.sort(byName)
			path.value = loaded.path
			own.value = loaded.own
			editable.value = loaded.editable
			status.value = 'ready'
			emit('files:list:updated', { view: wanted.view, folder: wanted.folder, contents: nodes.value })
		} catch (error) {
			if (wanted === place.value) {
				status.value = 'failed'
				problem.value = sentence(error)
			}
		}
	}

	function show(next: Place): Promise<void> {
		place.value = next
		status.value = 'loading'
		problem.value = ''
		return load()
	}

	function go(next: Place): Promise<void> {
		window.history.pushState({}, '', addressOf(next))
		return show(next)
	}

	const back = () => show(readPlace(window.location.search))
	onMounted(() => {
		window.addEventListener('popstate', back)
		load()
	})
	onBeforeUnmount(() => window.removeEventListener('popstate', back))

	async function createFolder(name: string): Promise<DemoNode> {
		const node = await api.createFolder(place.value.folder, name)
		await load()
		emit('files:node:created', node)
		said.value = say('done.created', { name: node.name })
		return node
	}

	async function createText(name: string): Promise<DemoNode> {
		const text = await api.createText(place.value.folder, name)
		await load()
		const node = nodes.value.find(({ id }) => id === text.id)!
		emit('files:node:created', node)
		said.value = say('done.textCreated', { name: text.name })
		return node
	}

	async function star(node: DemoNode): Promise<void> {
		await attempt(say(node.favorite ? 'done.unstarred' : 'done.starred', { name: node.name }), node, node.favorite ? 'files:favorites:removed' : 'files:favorites:added', () => api.star(node.id, !node.favorite))
	}

	async function uploaded(node: DemoNode): Promise<void> {
		said.value = say('done.uploaded', { name: node.name })
		if (place.value.view === 'files' && place.value.folder === node.parent) {
			await load()
		}
		emit('files:node:created', node)
	}

	async function rename(node: DemoNode, name: string): Promise<void> {
		const renamed = await api.rename(node.id, name)
		await load()
		emit('files:node:renamed', renamed)
		said.value = say('done.renamed', { name: renamed.name })
	}

	async function move(node: DemoNode, parent: number): Promise<void> {
		const moved = await api.move(node.id, parent)
		await load()
		emit('files:node:moved', moved)
		said.value = say('done.moved', { name: moved.name })
	}

	/** For what has no dialog that could show why it failed. */
	async function attempt(done: string, node: DemoNode, event: 'files:node:created' | 'files:node:deleted' | 'files:favorites:added' | 'files:favorites:removed' | null, act: () => Promise<unknown>): Promise<void> {
		problem.value = ''
		try {
			await act()
			said.value = done
			await load()
			if (event !== null) {
				emit(event, node)
			}
		} catch (error) {
			problem.value = sentence(error)
		}
	}

	const remove = (node: DemoNode) => attempt(say('done.trashed', { name: node.name }), node, 'files:node:deleted', () => api.remove(node.id))
	const restore = (node: DemoNode) => attempt(say('done.restored', { name: node.name }), node, 'files:node:created', () => api.restore(node.id))
	const erase = (node: DemoNode) => attempt(say('done.erased', { name: node.name }), node, null, () => api.erase(node.id))

	return { place, view, nodes, path, own, editable, status, problem, said, load, go, createFolder, createText, star, uploaded, rename, move, remove, restore, erase }
}
