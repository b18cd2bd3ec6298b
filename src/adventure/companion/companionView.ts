/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { View } from '../../tour/frame.ts'
import type { Level } from '../engine/types.ts'
import type { Shown } from './companion.ts'

import { mdiChevronDown, mdiChevronUp, mdiClose } from '@mdi/js'
import { generateUrl } from '@nextcloud/router'
import { html, nothing } from 'lit-html'
import { t } from '../../shared/l10n.ts'
import { button, icon } from '../../tour/frame.ts'
import { isAt } from '../../tour/page.ts'

interface Acts {
	fold: (folded: boolean) => void
	close: () => void
	skip: () => void
	declare: () => void
	help: () => void
	leave: () => void
}

const addressOf = (story: string) => `${generateUrl('/apps/compagnon/adventure')}?story=${encodeURIComponent(story)}`

function link(address: string, words: string, name = ''): View {
	return html`<a class="companion__link ${name}" href=${address}>${words}</a>`
}

function paragraphs(text: string): View {
	return html`${text.split('\n\n').map((paragraph) => html`<p>${paragraph}</p>`)}`
}

/** How things stand, and what there is to do. */
export function companionView(shown: Shown, level: Level, acts: Acts): View {
	if (shown.is !== 'open') {
		return endView(shown, level, acts)
	}
	return shown.folded ? barView(shown, acts) : questView(shown, level, acts)
}

function barView({ open, note, missed }: Shown, { fold }: Acts): View {
	return html`<button type="button" class="companion__bar companion__fold" aria-expanded="false" @click=${() => fold(false)}>
		<span class="companion__name"><span class="hidden-visually">${t('Show the quest:')} </span>${open.quest.title}</span>
		${note !== '' || missed ? html`<span class="companion__mark" aria-hidden="true">!</span>` : nothing}
		${icon(mdiChevronUp)}
	</button>`
}

function questView({ open: { title, quest, story, tour }, missed, note }: Shown, level: Level, acts: Acts): View {
	const { goal, hint, steps = [], proof } = level
	return html`<div class="tip-frame">
		<div class="tip-frame__top">
			<p class="tip-frame__label">${title}</p>
			<div class="companion__tools">
				<button type="button" class="compagnon-button compagnon-button--tertiary compagnon-button--icon companion__fold" aria-expanded="true" aria-label=${t('Fold the quest')} title=${t('Fold the quest')} @click=${() => acts.fold(true)}>${icon(mdiChevronDown)}</button>
				${button({ label: t('Put this quest aside'), run: acts.close, icon: mdiClose, name: 'tip-frame__close' })}
			</div>
		</div>
		<h2 class="tip-frame__heading" tabindex="-1">${quest.title}</h2>
		<div class="tip-frame__text">
			${paragraphs(goal)}
			${steps.length === 0 ? nothing : html`<ol class="companion__steps">${steps.map((step) => html`<li>${step}</li>`)}</ol>`}
			<details class="companion__hint" ?open=${missed}>
				<summary>${missed ? t('Not quite yet. A hint:') : t('A hint')}</summary>
				${paragraphs(hint)}
			</details>
			${note === '' ? nothing : html`<p class="companion__note" role="alert">${note}</p>`}
		</div>
		<footer class="tip-frame__footer">
			${'declare' in proof
				? html`<p class="companion__honest">${t('This cannot be seen from here: you are the one who knows.')}</p>${button({ label: t('I have done it'), run: acts.declare, look: 'primary' })}`
				: nothing}
			${tour && quest.tour !== undefined ? button({ label: t('Show me'), run: acts.help, look: 'secondary' }) : nothing}
			${isAt(quest.page) ? nothing : link(generateUrl(quest.page), t('Go where it is done'))}
			${button({ label: t('I know this already'), run: acts.skip })}
			${link(addressOf(story), t('Back to the story'))}
		</footer>
	</div>`
}

/** The quest is no longer open here. */
function endView({ open, is, note }: Shown, level: Level, { leave }: Acts): View {
	const [heading, text] = {
		done: () => [t('Done!'), level.done] as const,
		skipped: () => [t('All right, you know this already'), t('The story goes on. You can come back to this quest whenever you like.')] as const,
		aside: () => [t('Put aside'), t('The quest waits in the story until you feel like it.')] as const,
		open: () => ['', ''] as const,
	}[is]()
	return html`<div class="tip-frame companion--${is}">
		<div class="tip-frame__top">
			<p class="tip-frame__label">${open.quest.title}</p>
			${button({ label: t('Close'), run: leave, icon: mdiClose, name: 'tip-frame__close' })}
		</div>
		<h2 class="tip-frame__heading" tabindex="-1">${heading}</h2>
		<div class="tip-frame__text">
			${paragraphs(text)}
			${note === '' ? nothing : html`<p class="companion__note" role="alert">${note}</p>`}
		</div>
		<footer class="tip-frame__footer">${link(addressOf(open.story), t('Back to the story'), 'companion__link--main')}</footer>
	</div>`
}
