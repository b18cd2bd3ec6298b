/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { components, operations } from './openapi.ts'

export type Anchor = components['schemas']['Anchor']
export type Check = components['schemas']['Check']
export type CheckResult = components['schemas']['CheckResult']
export type ContentFault = components['schemas']['ContentFault']
export type Ending = components['schemas']['Ending']
export type Failure = components['schemas']['Failure']
export type LastCheck = components['schemas']['LastCheck']
export type Me = components['schemas']['Me']
export type MissedTarget = components['schemas']['MissedTarget']
export type PlannedTour = components['schemas']['PlannedTour']
export type Progress = components['schemas']['Progress']
export type SpaceSettings = components['schemas']['SpaceSettings']
export type Step = components['schemas']['Step']
export type StepSeen = operations['check-store']['requestBody']['content']['application/json']['results'][number]
export type Tour = components['schemas']['Tour']
export type TourSummary = components['schemas']['TourSummary']
