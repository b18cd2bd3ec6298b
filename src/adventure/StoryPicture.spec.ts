/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { flushPromises, mount } from '@vue/test-utils'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import StoryPicture from './StoryPicture.vue'

const STORIES = join(import.meta.dirname, '../../resources/stories')
const pictures = readdirSync(STORIES, { recursive: true, encoding: 'utf8' })
	.filter((name) => name.endsWith('.svg'))
	.map((name) => name.split(/[\\/]/) as [string, string, string])

describe('a picture', () => {
	it.each(pictures)('is drawn into the page, and described once: %s/%s/%s', async (story, _, file) => {
		const page = mount(StoryPicture, { props: { story, picture: { file: file.slice(0, -4), text: 'A cat asleep.' } } })
		await vi.waitFor(() => expect(page.find('svg').exists()).toBe(true))
		expect(page.attributes()).toMatchObject({ role: 'img', 'aria-label': 'A cat asleep.' })
		expect(page.get('svg').attributes('aria-hidden')).toBe('true')
		expect(readFileSync(join(STORIES, story, 'pictures', file), 'utf8')).toContain('viewBox="0 0 480 240"')
	})

	it('that is not there leaves no hole', async () => {
		const page = mount(StoryPicture, { props: { story: 'short-visit', picture: { file: 'no-such', text: 'Nothing.' } } })
		await flushPromises()
		await vi.waitFor(() => expect((page.element as HTMLElement).style.display).toBe('none'))
	})
})
