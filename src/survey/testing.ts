/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Bilingual, Survey, SurveyAdmin, SurveyCode, SurveyDecision, SurveyHistory, SurveyMetric, SurveyNotice, SurveyPanel, SurveyQuestion, SurveyResult, SurveySent } from '../shared/types.ts'

export const both = (words: string): Bilingual => ({ fr: words + ' (fr)', en: words })
const option = (id: string) => ({ id, text: both(id) })

export const HASH = 'ab'.repeat(32)

/** One question of each type, and one that depends on another. */
export const QUESTIONS: SurveyQuestion[] = [
	{ id: 'role', type: 'one', text: both('Your role?'), options: ['board', 'volunteer'].map(option) },
	{ id: 'tools', type: 'several', text: both('Which tools?'), help: both('Those you use.'), options: ['files', 'calendar', 'talk'].map(option), most: 2, own: { text: both('Another one?') } },
	{ id: 'size', type: 'band', text: both('How many are you?'), options: ['1-9', '10-29'].map(option), if: { all: [{ q: 'role', in: ['board'] }] } },
	{ id: 'ease', type: 'scale', text: both('How easy?'), points: 7, low: both('hard'), high: both('easy') },
	{ id: 'recommend', type: 'recommend', text: both('Would you recommend it?') },
	{ id: 'fsus', type: 'fsus', text: both('Ten sentences') },
	{ id: 'why', type: 'text', text: both('Why?'), longest: 100 },
]

export function aSurvey(changes: Partial<Survey> = {}, sensitive = false): Survey {
	return {
		id: 'first',
		version: '1.0.0',
		sha256: HASH,
		period: '2026-Q4',
		opens: '2026-11-01',
		closes: '2026-12-15',
		organiser: 'OPEN-L',
		contact: 'hello@openl.example',
		purpose: both('To know what helps.'),
		basis: both('Your yes.'),
		retention: both('Three months.'),
		k: 11,
		state: 'open',
		message: null,
		questionnaire: { schema: 1, id: 'first', version: '1.0.0', kind: 'member-answers', title: both('First survey'), intro: both('Welcome.'), minutes: 3, sensitive, questions: QUESTIONS },
		...changes,
	}
}

export const NOTICE: SurveyNotice = {
	sha256: HASH,
	version: '1.0.0',
	title: both('In short'),
	parts: [{ title: both('What leaves'), text: both('Your answers.') }],
	long: [{ title: both('In full'), text: both('All of it.') }],
}

export function aPanel(changes: Partial<SurveyPanel> = {}): SurveyPanel {
	return {
		observatory: { address: 'https://openl.example', key: 'b2JzZXJ2YXRvcnk=', name: 'OPEN-L', contact: 'hello@openl.example', site: 'https://openl.example' },
		switches: { surveys: 'answer', figures: false },
		fallen: false,
		catalogue: { number: 3, sha256: HASH, made: '2026-11-20', fetched: '2026-11-21' },
		surveys: [aSurvey()],
		ask: 'first',
		choices: { every: 3, never: false, counted: true },
		notice: NOTICE,
		mayDecide: false,
		...changes,
	}
}

export const CODE: SurveyCode = {
	code: 'ABCD-EFGH-JKLM',
	texts: [{ question: 'why', code: 'NPQR-STUV-WXYZ' }],
	from: '2026-11-28',
	until: '2026-12-01',
}

export const METRICS: SurveyMetric[] = [
	{ name: 'members', title: both('Members'), why: both('To compare alike.'), several: false, bands: ['1', '2-4', '5-10'].map(option) },
	{ name: 'apps', title: both('Apps'), why: both('To know what is used.'), several: true, bands: ['calendar', 'deck'].map(option) },
]

export function aSent(changes: Partial<SurveySent> = {}): SurveySent {
	return {
		id: 's1',
		survey: 'figures',
		period: '2026-Q4',
		state: 'sent',
		day: '2026-11-28',
		message: 'The observatory has it and has signed for it.',
		report: '{"format":"openl-report/1","metrics":{"members":"5-10","apps":["calendar"]}}',
		chance: [],
		receipt: { receipt: '{"report":"r1"}', signature: 'c2ln' },
		...changes,
	}
}

export function aDecision(changes: Partial<SurveyDecision> = {}): SurveyDecision {
	return { day: '2026-11-20', who: 'Camille', surveys: 'answer', figures: true, leftOut: ['apps'], notice: HASH, version: '1.0.0', ...changes }
}

export function aHistory(changes: Partial<SurveyHistory> = {}): SurveyHistory {
	return {
		figures: [aSent()],
		answers: [{ survey: 'first', title: both('First survey'), period: '2026-Q4', kind: 'member-answers', waiting: 2, sent: 3, refused: 1, notSent: 1, withdrawn: 0 }],
		decisions: [aDecision()],
		metrics: METRICS,
		...changes,
	}
}

export function aResult(changes: Partial<SurveyResult> = {}): SurveyResult {
	return { survey: 'figures', period: '2026-Q3', title: both('Figures of autumn'), day: '2026-11-02', sha256: HASH, here: true, ...changes }
}

const cell = (options: string[], count: number | null, share: number | null) => ({ options, text: both(options.join(' or ')), count, share, low: share === null ? null : share - 0.05, high: share === null ? null : share + 0.05 })

/** As an observatory publishes it: a table with a hidden cell, and a question of which nothing is shown. */
export const RELEASE = {
	format: 'openl-release/1',
	k: 11,
	strata: [
		{
			stratum: 'attested',
			answers: 120,
			tokens: 200,
			rate: 0.6,
			questions: [
				{ id: 'members', shape: 'ordered', text: both('How many members'), n: 120, withheld: null, cells: [cell(['1'], null, null), cell(['2-4'], 60, 0.5), cell(['5-10', '11-25'], 45, 0.375)], score: null, balance: null },
				{ id: 'fsus', shape: 'fsus', text: both('Ease of use'), n: 80, withheld: null, cells: [cell(['80-100'], 40, 0.5)], score: { value: 71, low: 66, high: 76, error: 2 }, balance: null },
				{ id: 'files', shape: 'ordered', text: both('How many files'), n: null, withheld: 'few', cells: [], score: null, balance: null },
			],
		},
		{ stratum: 'unattested', answers: null, tokens: null, rate: null, questions: [] },
	],
}

export function anAdmin(changes: Partial<SurveyAdmin> = {}): SurveyAdmin {
	const { observatory, catalogue } = aPanel()
	return {
		observatory,
		catalogue,
		agreed: null,
		switches: { surveys: 'off', figures: false },
		fallen: null,
		notice: NOTICE,
		metrics: METRICS,
		leftOut: [],
		added: [],
		enrolment: { state: 'none', key: null },
		problems: [],
		decisions: [],
		waiting: 0,
		...changes,
	}
}
