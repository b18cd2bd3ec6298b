/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { closeMenus, comeBack } from './shell.ts'

import './style.scss'

closeMenus()
comeBack()

const files = document.getElementById('demo-files')
if (files !== null) {
	import('./files/mount.ts').then(({ mountFiles }) => mountFiles(files))
}
