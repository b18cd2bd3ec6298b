/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Branch } from './tree.ts'

import { t } from '../../shared/l10n.ts'
import { numberOf, sizeOf } from '../figures.ts'

type Sized = Pick<Branch, 'folder' | 'weight'>

/** Whether it is still to be found out how much lies below a folder. */
export function isPending({ folder, weight }: Sized): boolean {
	return folder.size === null && weight === undefined
}

/** How much lies below a folder; at least so much, where nobody has seen all of it; empty when it is not known. */
export function amountOf({ folder, weight }: Sized): string {
	const amount = folder.size === null && weight ? together(weight.items, weight.bytes) : together(folder.items, folder.size)
	if (folder.size !== null || !weight || weight.complete) {
		return amount
	}
	return weight.items === 0 ? '' : t('more than {amount}', { amount })
}

function together(items: number | null, bytes: number | null): string {
	if (items === null) {
		return bytes === null ? '' : sizeOf(bytes)
	}
	if (items === 0) {
		return t('empty')
	}
	const count = items === 1 ? t('1 item') : t('{count} items', { count: numberOf(items) })
	// Documents that exist online only have no size.
	return bytes === null || bytes === 0 ? count : t('{count}, {size}', { count, size: sizeOf(bytes) })
}
