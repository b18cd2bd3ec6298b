/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { SurveyQuestion } from '../shared/types.ts'
import type { Answer, Answers } from './answer/answers.ts'

type Condition = NonNullable<NonNullable<SurveyQuestion['if']>['all']>[number]

/**
 * Which questions are asked, by what was answered before. A question that is not asked counts as not answered, also when
 * it was before somebody went back.
 */
export function askedOf(questions: SurveyQuestion[], answers: Answers): SurveyQuestion[] {
	const known: Answers = {}
	return questions.filter((question) => {
		if (!isAsked(question, known)) {
			return false
		}
		known[question.id] = answers[question.id] ?? null
		return true
	})
}

/** @param known answers to the questions before that were asked */
export function isAsked(question: Pick<SurveyQuestion, 'if'>, known: Answers): boolean {
	const { all = [], any = [] } = question.if ?? {}
	const holds = ({ q, in: options }: Condition) => isOneOf(Object.hasOwn(known, q) ? known[q] : null, options)
	return all.every(holds) && (any.length === 0 || any.some(holds))
}

/** A refused answer is none of the options. */
function isOneOf(answer: Answer | undefined, options: string[]): boolean {
	const chosen: unknown[] = Array.isArray(answer) ? answer : [answer]
	return options.some((option) => chosen.includes(option))
}
