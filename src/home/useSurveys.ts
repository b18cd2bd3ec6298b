/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ComputedRef } from 'vue'

import { computed } from 'vue'
import { t } from '../shared/l10n.ts'
import { useLoad } from '../shared/useLoad.ts'
import { surveys } from '../survey/api.ts'
import { say } from '../survey/words.ts'

export interface SurveyLine {
	/** One quiet line; null where there are no surveys, and while that is not known. */
	line: ComputedRef<string | null>
	load(): Promise<void>
}

/** Surveys on the home page: a link among the others, which names one that may be proposed to this person now. */
export function useSurveys(): SurveyLine {
	const { data, load } = useLoad(surveys.panel)
	const line = computed(() => {
		const panel = data.value
		if (panel === undefined || panel.switches.surveys === 'off') {
			return null
		}
		const asked = panel.surveys.find(({ id }) => id === panel.ask)
		return asked === undefined ? t('Surveys') : t('Surveys (open: {title})', { title: say(asked.questionnaire.title) })
	})
	return { line, load }
}
