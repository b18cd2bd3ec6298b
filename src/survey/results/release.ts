/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Bilingual, SurveyMetric } from '../../shared/types.ts'
import type { Figure } from '../metrics.ts'

/** As an observatory publishes it (openl-release/1); what is null is not shown, so that nobody can be told apart. */
export interface Release {
	k: number
	strata: Layer[]
	opened?: string
	closed?: string
	frozen?: string
	organiser?: string
	purpose?: Bilingual
}

export interface Layer {
	stratum: string
	answers: number | null
	tokens: number | null
	rate: number | null
	questions: QuestionResult[]
}

export interface QuestionResult {
	id: string
	shape: string
	text: Bilingual
	n: number | null
	withheld: string | null
	cells: Cell[]
	score: Estimate | null
	balance: Estimate | null
}

export interface Cell {
	options: string[]
	text: Bilingual
	count: number | null
	share: number | null
	low: number | null
	high: number | null
}

export interface Estimate {
	value: number
	low: number
	high: number
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/**
 * @param text what the space has kept
 * @return null when it is of another format than this page knows
 */
export function readRelease(text: unknown): Release | null {
	if (!isObject(text) || typeof text.k !== 'number' || !Array.isArray(text.strata)) {
		return null
	}
	const isLayer = (layer: unknown): boolean => isObject(layer) && Array.isArray(layer.questions)
		&& layer.questions.every((question: unknown) => isObject(question) && isObject(question.text) && Array.isArray(question.cells))
	return text.strata.every(isLayer) ? text as unknown as Release : null
}

/** Whether this line is where one's own space stands. */
export function isOwn(cell: Cell, own: Figure | undefined): boolean {
	const mine = own === null || own === undefined ? [] : Array.isArray(own) ? own : [own]
	return cell.options.some((option) => mine.includes(option))
}

export function metricOf(metrics: SurveyMetric[], question: QuestionResult): SurveyMetric | undefined {
	return metrics.find(({ name }) => name === question.id)
}
