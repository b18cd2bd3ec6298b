/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Story } from '../engine/types.ts'
import type { StoryFiles } from './files.ts'
import type { Finding } from './finding.ts'

import { finding } from './finding.ts'
import { picturesOf } from './parts.ts'

const LARGEST = 6 * 1024
const VARIABLES = 'back|shape|line|warm|cool|paper|skin-[abc]'

/** What a picture may not have: it is put into the page, where it would act, clash or keep its colours in the dark. */
const REFUSED: [RegExp, string][] = [
	[/<(?:script|style|text|image|use|foreignObject|animate\w*|set|a|iframe|title|desc)\b/i, 'It has an element that pictures may not have. Draw with paths and shapes only.'],
	[/\s(?:style|class|id|href|xlink:href|on\w+)\s*=/i, 'It has a style, a class, an id, a link or a handler. Use fill and stroke only.'],
	[/<!(?!--)|<\?(?!xml )|url\(|data:/i, 'It refers to something outside itself. Draw everything here.'],
	[new RegExp(String.raw`\b(?:fill|stroke|stop-color|color)\s*=\s*"(?!none"|currentColor"|var\(--story-(?:${VARIABLES})(?:,\s*#[0-9a-f]{3,6})?\)")`, 'i'), 'It has a colour of its own. Use var(--story-…, #…), so that it also fits the dark.'],
]

export function checkPictures(story: Story, { pictures }: StoryFiles): Finding[] {
	const used = new Set(picturesOf(story).map(([, { file }]) => file))
	return [
		...picturesOf(story).filter(([, { file }]) => !Object.hasOwn(pictures, file))
			.map(([where, { file }]) => finding(where, `The picture pictures/${file}.svg is missing. Draw it, or take it away here.`)),
		...Object.entries(pictures).flatMap(([file, svg]) => faultsOf(svg, used.has(file)).map((says) => finding(`pictures/${file}.svg`, says))),
	]
}

function faultsOf(svg: string, isUsed: boolean): string[] {
	return [
		...isUsed ? [] : ['Nothing shows this picture. Use it, or take it away.'],
		...svg.length > LARGEST ? [`It has ${svg.length} bytes; ${LARGEST} at most. Draw it simpler.`] : [],
		.../<svg\b[^>]*viewBox="0 0 480 240"/.test(svg) ? [] : ['It is not drawn on viewBox="0 0 480 240". All pictures have the same shape.'],
		...REFUSED.flatMap(([pattern, says]) => {
			const found = svg.match(pattern)
			return found === null ? [] : [`${says} Found: ${svg.slice(found.index, found.index! + 40)}`]
		}),
	]
}
