/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { closeMenus, comeBack } from './shell.ts'

import './style.scss'

closeMenus()
comeBack()

const page = document.querySelector<HTMLElement>('#content [id^="demo-"]')
if (page !== null) {
	import('./shared/mount.ts').then(({ mountPage }) => mountPage(page))
}
