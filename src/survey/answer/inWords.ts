/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Survey, SurveyQuestion } from '../../shared/types.ts'
import type { Sending } from '../api.ts'
import type { Answer, Answers } from './answers.ts'

import fsus from '../../../resources/fsus.json'
import { t } from '../../shared/l10n.ts'
import { say } from '../words.ts'
import { chosenOf } from './answers.ts'

/** An answer as a person would say it; empty when there is none. */
export function linesOf(question: SurveyQuestion, answer: Answer): string[] {
	if (answer === null) {
		return []
	}
	if (typeof answer === 'number') {
		return [question.type === 'recommend' ? t('{value} out of 10', { value: answer }) : t('{value} on a scale from 1 to {points}', { value: answer, points: question.points ?? 5 })]
	}
	if (question.type === 'fsus') {
		return fsus.items.map((item, index) => t('{sentence} {value}', { sentence: say(item), value: Array.isArray(answer) ? answer[index] ?? '–' : '–' }))
	}
	const chosen = chosenOf(question, answer)
	return (question.options ?? []).filter(({ id }) => chosen.includes(id)).map(({ text }) => say(text))
}

/**
 * The reports, to the byte as the server seals them, but for the three fields that are made at the click: these are said in
 * words.
 *
 * @return JSON of the answers, then of each text
 */
export function reportsOf({ id, version, sha256, period }: Pick<Survey, 'id' | 'version' | 'sha256' | 'period'>, content: Answers, texts: Sending['texts']): string[] {
	const made = {
		token: t('[made at the click: a permission without a name]'),
		report: t('[made at the click: a number]'),
		withdraw: t('[made at the click: the fingerprint of your code]'),
	}
	const report = (kind: string, content: object) => JSON.stringify({ format: 'openl-report/1', kind, survey: id, questionnaire: { version, sha256 }, period, ...made, ...content })
	return [
		report('member-answers', { answers: content }),
		...texts.map(({ question, text }) => report('member-text', { text: { question, words: text } })),
	]
}
