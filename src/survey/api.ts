/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { SurveyChoices, SurveyCode, SurveyComparison, SurveyHistory, SurveyPanel, SurveyResult, SurveyWithdrawal } from '../shared/types.ts'
import type { Answer } from './answer/answers.ts'

import { call } from '../shared/api.ts'

/** What a person sends: each text travels apart. */
export interface Sending {
	answers: { question: string, answer: Answer }[]
	texts: { question: string, text: string }[]
	/** Hash of what was read. */
	notice: string
	/** Whether the yes was said expressly. */
	explicit: boolean
}

/** The requests of the survey panel; all of them throw ApiError. */
export const surveys = {
	panel: () => call<SurveyPanel>('GET', '/surveys'),
	send: (id: string, sending: Sending) => call<SurveyCode>('POST', `/surveys/${encodeURIComponent(id)}/answers`, sending),
	takeBack: (code: string) => call<SurveyWithdrawal>('POST', '/surveys/withdrawals', { code }),
	history: () => call<SurveyHistory>('GET', '/surveys/history'),
	results: () => call<{ results: SurveyResult[] }>('GET', '/surveys/results').then(({ results }) => results),
	result: (survey: string, period: string) => call<SurveyComparison>('GET', `/surveys/results/${encodeURIComponent(survey)}/${encodeURIComponent(period)}`),
	choose: (choices: SurveyChoices) => call<SurveyChoices>('PUT', '/surveys/me', choices),
}
