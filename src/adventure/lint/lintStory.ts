/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Around, StoryFiles } from './files.ts'
import type { Finding } from './finding.ts'

import { gzipSync } from 'node:zlib'
import { asStory, LANGUAGES } from './files.ts'
import { finding } from './finding.ts'
import { checkFlow } from './flow.ts'
import { checkPictures } from './pictures.ts'
import { checkReferences } from './references.ts'
import { checkTexts } from './texts.ts'

/** A story in one language, packed; with the engine it comes to 80 kB at most. */
const LARGEST = 70 * 1000

/** All that keeps a story from being shipped; nothing when it is fine. */
export function lintStory(files: StoryFiles, around: Around): Finding[] {
	const { story, findings } = asStory(files, around.schema)
	if (story === null) {
		return findings
	}
	const references = checkReferences(story, around)
	const isWhole = !references.some(({ says }) => /does not exist|there twice/.test(says))
	return [
		...findings,
		...references,
		// A way cannot be followed to a scene that does not exist.
		...isWhole ? checkFlow(story) : [],
		...checkTexts(story, files),
		...checkPictures(story, files),
		...checkSize(files),
	]
}

function checkSize({ story, texts }: StoryFiles): Finding[] {
	return LANGUAGES.flatMap((language) => {
		const size = gzipSync(JSON.stringify([story, texts[language]])).length
		return size > LARGEST ? [finding(`${language}.json`, `Story and words have ${size} bytes when packed; ${LARGEST} at most. Tell it in fewer words, or make two stories of it.`)] : []
	})
}
