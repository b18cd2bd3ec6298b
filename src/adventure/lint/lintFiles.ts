/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { join } from 'node:path'
import { readAround, readStory, storyFolders } from './files.ts'
import { sayFinding } from './finding.ts'
import { lintStory } from './lintStory.ts'

/**
 * What the command says of some stories, or of all that are shipped.
 *
 * @param paths folders, or story.json in them
 */
export function lintFiles(paths: string[], resources: string): { lines: string[], isFine: boolean } {
	const around = readAround(resources)
	const stories = paths.length > 0 ? paths : storyFolders(resources)
	const lines = stories.flatMap((path) => {
		const { files, findings } = readStory(path)
		const all = files === null ? findings : [...findings, ...lintStory(files, around)]
		return all.map((one) => sayFinding(files?.name ?? path, one))
	})
	if (stories.length === 0) {
		return { lines: [`There is no story in ${join(resources, 'stories')}.`], isFine: false }
	}
	return lines.length === 0
		? { lines: [`${stories.length === 1 ? 'The story is' : `The ${stories.length} stories are`} fine.`], isFine: true }
		: { lines: [...lines, '', `${lines.length} ${lines.length === 1 ? 'thing' : 'things'} to put right.`], isFine: false }
}
