/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { SurveyAdmin, SurveyPreview, SurveySent } from '../../shared/types.ts'

import { getRequestToken } from '@nextcloud/auth'
import { generateUrl } from '@nextcloud/router'
import { ApiError, call } from '../../shared/api.ts'
import { t } from '../../shared/l10n.ts'

/** What somebody decides in the name of the space. */
export interface Decided {
	surveys: SurveyAdmin['switches']['surveys']
	figures: boolean
	/** Figures that are not given. */
	leftOut: string[]
	/** Hash of what was read. */
	notice: string
}

/** The requests of the settings of surveys; all of them throw ApiError. */
export const surveyAdmin = {
	show: () => call<SurveyAdmin>('GET', '/admin/surveys'),
	decide: (decided: Decided) => call<SurveyAdmin>('PUT', '/admin/surveys', decided),
	preview: (leftOut: string[]) => call<SurveyPreview>('POST', '/admin/surveys/preview', { leftOut }),
	/** @param id of a line, or “all” */
	takeBack: (id: string) => call<{ lines: SurveySent[] }>('POST', '/admin/surveys/withdrawals', { id }).then(({ lines }) => lines),
}

/**
 * The platform's own request: the password of who is logged in, once more. It holds for half an hour.
 *
 * @throws ApiError
 */
export async function confirmPassword(password: string): Promise<void> {
	const answer = await fetch(generateUrl('/login/confirm'), {
		method: 'POST',
		headers: { 'Content-Type': 'application/json', Accept: 'application/json', requesttoken: getRequestToken() ?? '' },
		body: JSON.stringify({ password }),
	}).catch(() => null)
	if (answer === null) {
		throw new ApiError(t('The server cannot be reached. Check your connection, then try again.'), 0)
	}
	if (answer.status === 403) {
		throw new ApiError(t('That is not your password. Try again.'), 403, 'password')
	}
	if (!answer.ok) {
		throw new ApiError(t('The password could not be checked. Wait a minute, then try again.'), answer.status)
	}
}
