/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Run } from '../shared/types.ts'

import { getLanguage } from '@nextcloud/l10n'
import { t } from '../shared/l10n.ts'

/*
 * In the language of the sentence around them: the locale that an account has may be of another one.
 */

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const
const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

export function numberOf(value: number): string {
	return new Intl.NumberFormat(getLanguage()).format(value)
}

/** @param bytes counted as the space counts: 1024 to the next unit */
export function sizeOf(bytes: number): string {
	let value = bytes
	let step = 0
	while (value >= 1024 && step < UNITS.length - 1) {
		value /= 1024
		step++
	}
	const digits = step > 0 && value < 100 ? 1 : 0
	return new Intl.NumberFormat(getLanguage(), { style: 'unit', unit: UNITS[step], unitDisplay: 'short', maximumFractionDigits: digits }).format(value)
}

/** @return for instance “12.4 MB a second” */
export function speedOf(bytes: number): string {
	return t('{size} per second', { size: sizeOf(bytes) })
}

/** How long something takes, no more exact than anybody can know. */
export function durationOf(seconds: number): string {
	if (seconds < MINUTE) {
		return t('less than a minute')
	}
	if (seconds < 90 * MINUTE) {
		return t('about {time}', { time: unit(seconds / MINUTE, 'minute') })
	}
	return t('about {time}', { time: seconds < 2 * DAY ? unit(seconds / HOUR, 'hour') : unit(seconds / DAY, 'day') })
}

function unit(value: number, name: 'minute' | 'hour' | 'day'): string {
	return new Intl.NumberFormat(getLanguage(), { style: 'unit', unit: name, unitDisplay: 'long', maximumFractionDigits: 0 }).format(value)
}

/** @param seconds UTC */
export function momentOf(seconds: number): string {
	return new Intl.DateTimeFormat(getLanguage(), { dateStyle: 'long', timeStyle: 'short' }).format(seconds * 1000)
}

/** @param seconds UTC */
export function dateOf(seconds: number): string {
	return new Intl.DateTimeFormat(getLanguage(), { dateStyle: 'long' }).format(seconds * 1000)
}

/** @param seconds UTC; on the same day, only the time */
export function timeOf(seconds: number): string {
	return new Intl.DateTimeFormat(getLanguage(), { timeStyle: 'short' }).format(seconds * 1000)
}

/** @param percent from 0 to 100 */
export function percentOf(percent: number): string {
	return new Intl.NumberFormat(getLanguage(), { style: 'percent' }).format(percent / 100)
}

/** @return percent from 0 to 100, full only when it really is */
export function shareOf(part: number, whole: number): number {
	return whole <= 0 || part >= whole ? 100 : Math.min(99, Math.floor((part / whole) * 100))
}

/**
 * What a move has to bring: without what cannot come and what was here already, as the plan knows them.
 *
 * @param run the move
 * @param what items or bytes
 */
export function comingOf(run: Pick<Run, 'coming' | 'counts'>, what: 'items' | 'bytes'): number {
	return Math.max(0, run.coming[what] - run.counts.identical[what])
}

/**
 * What of it has come.
 *
 * @param run the move
 * @param what items or bytes
 */
export function comeOf(run: Pick<Run, 'moved' | 'counts'>, what: 'items' | 'bytes'): number {
	return Math.max(0, run.moved[what] - run.counts.identical[what])
}
