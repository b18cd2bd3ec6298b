/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { InjectionKey, Ref, ShallowRef } from 'vue'

import { onBeforeUnmount, onMounted, ref, shallowRef } from 'vue'

/** Whether somebody went from one view to another since the page was opened: then a heading takes the focus. */
export const MOVED: InjectionKey<Ref<boolean>> = Symbol('moved')

export interface Views<View> {
	way: ShallowRef<View>
	/** See MOVED. */
	moved: Ref<boolean>
	go(to: View): void
}

/**
 * What a page shows, kept in its address, so that it can be left and come back to.
 *
 * @param first where the page begins
 * @param viewOf the view of a search, as the browser gives it
 * @param searchOf the search of a view, without question mark
 */
export function useViews<View>(first: View, viewOf: (search: string) => View, searchOf: (view: View) => string): Views<View> {
	const way = shallowRef(first) as ShallowRef<View>
	const moved = ref(false)

	function show(next: View): void {
		moved.value = true
		way.value = next
	}

	function go(to: View): void {
		const url = new URL(window.location.href)
		url.search = searchOf(to)
		window.history.pushState(null, '', url)
		show(to)
	}

	const onPop = () => show(viewOf(window.location.search))
	onMounted(() => window.addEventListener('popstate', onPop))
	onBeforeUnmount(() => window.removeEventListener('popstate', onPop))

	return { way, moved, go }
}
