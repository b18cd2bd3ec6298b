/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Here, Story } from '../engine/types.ts'

import { asksOf, conditionsOf } from './parts.ts'

/** Who plays, and how the space is for them; it stays so for the whole game. */
export interface Situation {
	role: string
	here: Here
	/** In words, for messages. */
	name: string
}

/** Apps that everybody has. */
const ALWAYS = ['files', 'settings']

/** Every situation that makes a difference to what can be chosen or said. */
export function situationsOf(story: Story): Situation[] {
	const asked = conditionsOf(story).flatMap(([, condition]) => asksOf(condition))
	const apps = [...new Set([...ALWAYS, ...story.quests.map(({ app }) => app), ...asked.flatMap((one) => 'app' in one ? [one.app] : [])])]
	const named = new Set(asked.flatMap((one) => 'role' in one ? [one.role] : []))
	const unnamed = story.roles.filter(({ id }) => !named.has(id)).slice(0, 1)
	const admins = isForAdmins(story) ? [true] : asked.some((one) => 'admin' in one) || story.quests.some(({ needs }) => needs === 'members.manage') ? [false, true] : [false]
	const alones = asked.some((one) => 'alone' in one) ? [false, true] : [false]
	return [...story.roles.filter(({ id }) => named.has(id)), ...unnamed].flatMap(({ id: role }) => ['all apps', 'no optional apps', 'no optional apps and few rights'].flatMap((space) => admins.flatMap((admin) => alones.map((alone) => ({
		role,
		here: hereOf(story, space === 'all apps' ? apps : ALWAYS, admin, alone, space !== 'no optional apps and few rights'),
		name: `as “${role}”, with ${space}, ${alone ? 'alone' : 'not alone'}, ${admin ? 'looking after the space' : 'as a member'}`,
	})))))
}

/** @param mayAll whether the person may do what quests need, but for looking after members */
export function hereOf(story: Story, apps: string[], admin: boolean, alone: boolean, mayAll: boolean): Here {
	const may = (needs: string | undefined) => needs === undefined || (mayAll && (needs !== 'members.manage' || admin))
	return { apps, admin, alone, aside: story.quests.filter(({ app, needs }) => !apps.includes(app) || !may(needs)).map(({ id }) => id) }
}

export function isForAdmins(story: Story): boolean {
	return 'for' in story
}
