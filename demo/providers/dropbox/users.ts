/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Person } from '../core/account.ts'
import type { Reply, WireRequest } from '../core/wire.ts'
import type { Box } from './access.ts'

import { anything, list, object, string, whole } from '../core/check.ts'
import { json } from '../core/wire.ts'
import { admitted, NAMESPACE } from './access.ts'
import { fromBody } from './arguments.ts'
import { refuse } from './errors.ts'
import { accountId } from './metadata.ts'

const membersArgument = object({ shared_folder_id: string, actions: list(anything), limit: whole(1, 1000) })

/** Routes without argument take `null`, or no body at all. */
function noArgument(request: WireRequest, route: string): void {
	if (request.body.length > 0 || request.headers['content-type'] !== undefined) {
		fromBody(request, route, (value, at) => value === null || object({})(value, at))
	}
}

/** An ordinary person's account: no team, one namespace. */
export function currentAccount(box: Box, request: WireRequest): Reply {
	admitted(box, request, 'account_info.read')
	noArgument(request, 'users/get_current_account')
	const { name, email } = box.account.user
	return json({
		account_id: accountId(email),
		name: { given_name: name, surname: '', familiar_name: name, display_name: name, abbreviated_name: 'JM' },
		email,
		email_verified: true,
		disabled: false,
		country: 'FR',
		locale: 'fr',
		referral_link: 'https://www.dropbox.com/referrals/jardins',
		is_paired: false,
		account_type: { '.tag': 'basic' },
		root_info: { '.tag': 'user', root_namespace_id: NAMESPACE, home_namespace_id: NAMESPACE },
	})
}

export function spaceUsage(box: Box, request: WireRequest): Reply {
	admitted(box, request, 'account_info.read')
	noArgument(request, 'users/get_space_usage')
	const used = [...box.account.items.values()].reduce((sum, { content }) => sum + (content?.size ?? 0), 0)
	return json({ used, allocation: { '.tag': 'individual', allocated: 2_147_483_648 } })
}

const ACCESS: Record<Person['role'], string> = { owner: 'owner', writer: 'editor', commenter: 'viewer', reader: 'viewer_no_comment' }

/** Who has access to a shared folder. */
export function members(box: Box, request: WireRequest): Reply {
	admitted(box, request, 'sharing.read')
	const { shared_folder_id: id } = fromBody(request, 'sharing/list_folder_members', membersArgument)
	const folder = [...box.account.items.values()].find((item) => item.drive !== undefined && item.drive === id)
	if (folder === undefined) {
		return refuse('access_error', 'invalid_id')
	}
	const access = (role: Person['role']) => ({ access_type: { '.tag': ACCESS[role] }, permissions: [], is_inherited: false })
	const everyone: Person[] = [...folder.people, { ...box.account.user, role: 'writer' }]
	return json({
		users: everyone.filter(({ type }) => type === 'user').map(({ email, name, role }) => (
			{ ...access(role), user: { account_id: accountId(email), email, display_name: name, same_team: false } }
		)),
		groups: everyone.filter(({ type }) => type === 'group').map(({ name, role }) => ({ ...access(role), group: { group_name: name, group_id: `g:${name}` } })),
		invitees: [],
	})
}
