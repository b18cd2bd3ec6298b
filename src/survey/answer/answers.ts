/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { SurveyQuestion } from '../../shared/types.ts'

/** Id of an option, ids of options, a number, ten numbers for the F-SUS; null when it was refused. */
export type Answer = string | number | string[] | (number | null)[] | null

/** By question; what is not there was not answered yet. */
export type Answers = Record<string, Answer>

/** Own words by question. */
export type Words = Record<string, string>

export const FSUS_ITEMS = 10

/** Characters of own words beside options; as the server holds it. */
export const OWN_LIMIT = 200

/** @return the ids that were chosen, in the order of the options: the order of clicks is told to nobody */
export function chosenOf(question: SurveyQuestion, answer: Answer | undefined): string[] {
	const all: unknown[] = Array.isArray(answer) ? answer : [answer]
	return (question.options ?? []).map(({ id }) => id).filter((id) => all.includes(id))
}

/** @return how many characters of own words this question takes; 0 when it takes none */
export function limitOf(question: SurveyQuestion): number {
	return question.type === 'text' ? question.longest ?? OWN_LIMIT : question.own === undefined ? 0 : OWN_LIMIT
}

/**
 * What the report says of the questions that were asked. Own words are not in it.
 *
 * @param asked the questions that the person was shown
 */
export function contentOf(asked: SurveyQuestion[], answers: Answers): Answers {
	return Object.fromEntries(asked.filter(({ type }) => type !== 'text').map((question) => [question.id, given(question, answers[question.id])]))
}

/** @return own words that leave, each in a report of its own */
export function textsOf(asked: SurveyQuestion[], answers: Answers, words: Words): { question: string, text: string }[] {
	return asked
		.filter((question) => limitOf(question) > 0 && answers[question.id] !== null)
		.map(({ id }) => ({ question: id, text: (words[id] ?? '').trim() }))
		.filter(({ text }) => text !== '')
}

function given(question: SurveyQuestion, answer: Answer | undefined): Answer {
	if (answer === undefined || answer === null) {
		return null
	}
	if (question.type === 'several') {
		const chosen = chosenOf(question, answer)
		return chosen.length === 0 ? null : chosen
	}
	return Array.isArray(answer) && answer.every((item) => item === null) ? null : answer
}
