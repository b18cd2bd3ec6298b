/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ComputedRef, Ref } from 'vue'
import type { Survey, SurveyCode, SurveyQuestion } from '../../shared/types.ts'
import type { Sending } from '../api.ts'
import type { Answer, Answers, Words } from './answers.ts'

import { computed, ref, shallowRef } from 'vue'
import { surveys } from '../api.ts'
import { askedOf } from '../conditions.ts'
import { contentOf, textsOf } from './answers.ts'
import { draftPlace } from './draft.ts'

export interface Answering {
	answers: Ref<Answers>
	words: Ref<Words>
	/** The questions that are asked, by what was answered so far. */
	asked: ComputedRef<SurveyQuestion[]>
	/** What leaves: the answers, and own words apart. */
	content: ComputedRef<Answers>
	texts: ComputedRef<Sending['texts']>
	/** Whether something was begun before, in this browser. */
	isResumed: Ref<boolean>
	/** Shown once; null until the answers were sent. */
	code: Ref<SurveyCode | null>
	answer(question: string, answer: Answer | undefined): void
	write(question: string, words: string): void
	/** Erases what was begun. */
	startOver(): void
	/** @throws ApiError */
	send(notice: string, explicit: boolean): Promise<void>
}

/** Answers of one person to one survey, kept in this browser until they are sent. */
export function useAnswering(survey: Survey, account: string): Answering {
	const place = draftPlace(account, survey.id, survey.version)
	const draft = place.read()
	const answers = ref<Answers>(draft?.answers ?? {})
	const words = ref<Words>(draft?.words ?? {})
	const isResumed = ref(draft !== null)
	const code = shallowRef<SurveyCode | null>(null)
	const asked = computed(() => askedOf(survey.questionnaire.questions, answers.value))
	const content = computed(() => contentOf(asked.value, answers.value))
	const texts = computed(() => textsOf(asked.value, answers.value, words.value))

	const keep = () => place.keep({ answers: answers.value, words: words.value })

	function answer(question: string, given: Answer | undefined): void {
		const others = Object.entries(answers.value).filter(([id]) => id !== question)
		answers.value = Object.fromEntries(given === undefined ? others : [...others, [question, given]])
		keep()
	}

	function write(question: string, typed: string): void {
		words.value = { ...words.value, [question]: typed }
		keep()
	}

	function startOver(): void {
		answers.value = {}
		words.value = {}
		isResumed.value = false
		place.erase()
	}

	async function send(notice: string, explicit: boolean): Promise<void> {
		const list = Object.entries(content.value).map(([question, given]) => ({ question, answer: given }))
		code.value = await surveys.send(survey.id, { answers: list, texts: texts.value, notice, explicit })
		startOver()
	}

	return { answers, words, asked, content, texts, isResumed, code, answer, write, startOver, send }
}
