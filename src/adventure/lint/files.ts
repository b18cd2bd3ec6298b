/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Story } from '../engine/types.ts'
import type { Finding } from './finding.ts'
import type { Schema } from './schema.ts'

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { finding } from './finding.ts'
import { checkSchema } from './schema.ts'

export const LANGUAGES = ['fr', 'en'] as const
export type Language = typeof LANGUAGES[number]

/** A story as it lies in its folder. */
export interface StoryFiles {
	/** Name of the folder. */
	name: string
	/** What story.json holds, not checked yet. */
	story: unknown
	texts: Record<Language, unknown>
	/** SVG files by their name without ending. */
	pictures: Record<string, string>
}

/** What stories can refer to beyond themselves. */
export interface Around {
	schema: Schema
	tours: string[]
	anchors: { nextcloud: string[], demo: string[] }
}

/** @param path a folder of a story, or its story.json */
export function readStory(path: string): { files: StoryFiles | null, findings: Finding[] } {
	const folder = existsSync(path) && statSync(path).isDirectory() ? path : dirname(path)
	const findings: Finding[] = []
	const read = (file: string) => {
		try {
			return JSON.parse(readFileSync(join(folder, file), 'utf8')) as unknown
		} catch (error) {
			findings.push(finding(file, `This cannot be read as JSON: ${(error as Error).message.replace(folder, '…')}`))
			return null
		}
	}
	const files = { name: basename(folder), story: read('story.json'), texts: { fr: read('fr.json'), en: read('en.json') }, pictures: readPictures(join(folder, 'pictures')) }
	return findings.length > 0 ? { files: null, findings } : { files, findings }
}

export function readAround(resources: string): Around {
	const read = (file: string) => JSON.parse(readFileSync(join(resources, file), 'utf8'))
	const { hosts } = read('anchors.json') as { hosts: Record<'nextcloud' | 'demo', Record<string, object>> }
	return {
		schema: read('schema/story.json'),
		tours: namesIn(join(resources, 'tours'), '.json'),
		anchors: { nextcloud: Object.values(hosts.nextcloud).flatMap(Object.keys), demo: Object.values(hosts.demo).flatMap(Object.keys) },
	}
}

/** Folders of the shipped stories. */
export function storyFolders(resources: string): string[] {
	const all = join(resources, 'stories')
	return existsSync(all) ? readdirSync(all).map((name) => join(all, name)).filter((path) => statSync(path).isDirectory()) : []
}

/** The story, when it is one by the schema; else why it is not. */
export function asStory({ name, story }: StoryFiles, schema: Schema): { story: Story | null, findings: Finding[] } {
	const format = typeof story === 'object' && story !== null && 'schema' in story ? story.schema : null
	if (typeof format === 'number' && format > 1) {
		return { story: null, findings: [finding('', `This story is written in format ${format}, and format 1 is the newest that is known here. A newer Compagnon can read it.`)] }
	}
	const findings = checkSchema(schema, story)
	if (findings.length > 0) {
		return { story: null, findings }
	}
	const named = story as Story
	return { story: named, findings: named.id === name ? [] : [finding('', `It calls itself “${named.id}” and lies in a folder “${name}”. Give both the same name.`)] }
}

function readPictures(folder: string): Record<string, string> {
	return existsSync(folder) ? Object.fromEntries(namesIn(folder, '.svg').map((name) => [name, readFileSync(join(folder, name + '.svg'), 'utf8')])) : {}
}

function namesIn(folder: string, ending: string): string[] {
	return readdirSync(folder).filter((name) => name.endsWith(ending)).map((name) => name.slice(0, -ending.length))
}
