/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { SurveyMetric } from '../shared/types.ts'

import { t } from '../shared/l10n.ts'
import { say } from './words.ts'

/** As the space measured it: a band, several of a list, or null when it is not given or was not measured. */
export type Figure = string | string[] | null

/** A figure as a person would say it. */
export function figureInWords(metric: SurveyMetric, figure: Figure | undefined): string {
	if (figure === null || figure === undefined) {
		return t('not given')
	}
	const ids = Array.isArray(figure) ? figure : [figure]
	return ids.length === 0 ? t('none') : ids.map((id) => bandInWords(metric, id)).join(', ')
}

export function bandInWords(metric: Pick<SurveyMetric, 'bands'>, id: string): string {
	const band = metric.bands.find((one) => one.id === id)
	return band === undefined ? id : say(band.text)
}

/**
 * The figures that a report holds.
 *
 * @param report the exact bytes, JSON
 * @return empty when it cannot be read
 */
export function figuresOf(report: string): Record<string, Figure> {
	try {
		const { metrics } = JSON.parse(report) as { metrics?: Record<string, Figure> }
		return metrics ?? {}
	} catch {
		return {}
	}
}
