/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ZipEntry } from '../archives/zip.ts'

import { zipped } from '../archives/zip.ts'
import { bytes, pattern } from './content.ts'

export interface Text {
	title: string
	/** Paragraphs, rows (cells apart by tabs) or slides. */
	lines: string[]
	/** Makes two exports of the same text different. */
	stamp?: string
	/** At least so many bytes, as a picture would add. */
	atLeast?: number
}

type Parts = Record<string, string>

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const ML = 'application/vnd.openxmlformats-officedocument'

function escape(text: string): string {
	return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

function relations(...targets: [type: string, target: string][]): string {
	const all = targets.map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`)
	return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`
}

/** What every file of Microsoft's formats has around its content. */
function openXml(main: string, type: string, parts: Parts, others: [path: string, type: string][] = []): Parts {
	const overrides = [[main, type] as const, ...others].map(([path, name]) => `<Override PartName="/${path}" ContentType="${ML}.${name}+xml"/>`)
	return {
		'[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="bin" ContentType="application/octet-stream"/>${overrides.join('')}</Types>`,
		'_rels/.rels': relations(['officeDocument', main]),
		...parts,
	}
}

function docx({ title, lines }: Text): Parts {
	const paragraphs = [title, ...lines].map((line) => `<w:p><w:r><w:t xml:space="preserve">${escape(line)}</w:t></w:r></w:p>`)
	return openXml('word/document.xml', 'wordprocessingml.document.main', {
		'word/document.xml': `${XML}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs.join('')}</w:body></w:document>`,
	})
}

function xlsx({ lines }: Text): Parts {
	const rows = lines.map((line) => `<row>${line.split('\t').map((cell) => `<c t="inlineStr"><is><t>${escape(cell)}</t></is></c>`).join('')}</row>`)
	const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
	return openXml('xl/workbook.xml', 'spreadsheetml.sheet.main', {
		'xl/workbook.xml': `${XML}<workbook xmlns="${main}" xmlns:r="${OFFICE}"><sheets><sheet name="Feuille 1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		'xl/_rels/workbook.xml.rels': relations(['worksheet', 'worksheets/sheet1.xml']),
		'xl/worksheets/sheet1.xml': `${XML}<worksheet xmlns="${main}"><sheetData>${rows.join('')}</sheetData></worksheet>`,
	}, [['xl/worksheets/sheet1.xml', 'spreadsheetml.worksheet']])
}

function pptx({ title, lines }: Text): Parts {
	const p = 'http://schemas.openxmlformats.org/presentationml/2006/main'
	const a = 'http://schemas.openxmlformats.org/drawingml/2006/main'
	const tree = (inside: string) => `<p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>${inside}</p:spTree></p:cSld>`
	const said = `<p:sp><p:nvSpPr><p:cNvPr id="2" name="Titre"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/>${[title, ...lines].map((line) => `<a:p><a:r><a:t>${escape(line)}</a:t></a:r></a:p>`).join('')}</p:txBody></p:sp>`
	return openXml('ppt/presentation.xml', 'presentationml.presentation.main', {
		'ppt/presentation.xml': `${XML}<p:presentation xmlns:p="${p}" xmlns:r="${OFFICE}"><p:sldIdLst><p:sldId id="256" r:id="rId1"/></p:sldIdLst><p:sldSz cx="9144000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`,
		'ppt/_rels/presentation.xml.rels': relations(['slide', 'slides/slide1.xml']),
		'ppt/slides/slide1.xml': `${XML}<p:sld xmlns:p="${p}" xmlns:a="${a}">${tree(said)}</p:sld>`,
	}, [['ppt/slides/slide1.xml', 'presentationml.slide']])
}

function openDocument(type: 'text' | 'spreadsheet' | 'presentation', body: string): Parts {
	const media = `application/vnd.oasis.opendocument.${type}`
	const names = ['office', 'text', 'table', 'drawing'].map((name) => `xmlns:${name === 'drawing' ? 'draw' : name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`).join(' ')
	return {
		mimetype: media,
		'content.xml': `${XML}<office:document-content ${names} office:version="1.3"><office:body><office:${type}>${body}</office:${type}></office:body></office:document-content>`,
		'META-INF/manifest.xml': `${XML}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="${media}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`,
	}
}

const paragraph = (line: string) => `<text:p>${escape(line)}</text:p>`

const PACKAGES: Record<string, (text: Text) => Parts> = {
	docx,
	xlsx,
	pptx,
	odt: ({ title, lines }) => openDocument('text', [title, ...lines].map(paragraph).join('')),
	ods: ({ lines }) => openDocument('spreadsheet', `<table:table table:name="Feuille 1">${lines.map((line) => (
		`<table:table-row>${line.split('\t').map((cell) => `<table:table-cell>${paragraph(cell)}</table:table-cell>`).join('')}</table:table-row>`
	)).join('')}</table:table>`),
	odp: ({ title, lines }) => openDocument('presentation', `<draw:page draw:name="1"><draw:frame><draw:text-box>${[title, ...lines].map(paragraph).join('')}</draw:text-box></draw:frame></draw:page>`),
	zip: ({ title, lines }) => ({ [`${title.replaceAll('/', '_')}.html`]: htmlOf(title, lines) }),
	epub: ({ title, lines }) => ({
		mimetype: 'application/epub+zip',
		'META-INF/container.xml': `${XML}<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`,
		'text.xhtml': htmlOf(title, lines),
	}),
}

export function htmlOf(title: string, lines: string[]): string {
	return `<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>${escape(title)}</title></head><body><h1>${escape(title)}</h1>${lines.map((line) => `<p>${escape(line)}</p>`).join('')}</body></html>`
}

export function isPackage(format: string): boolean {
	return format in PACKAGES
}

/** A small valid file of an office format that is a zip archive. */
export function office(format: string, text: Text): Buffer {
	const parts = PACKAGES[format]?.(text) ?? {}
	const entries: ZipEntry[] = Object.entries(parts).map(([name, data]) => ({ name, content: bytes(data), store: name === 'mimetype' }))
	if (text.stamp !== undefined) {
		entries.push({ name: 'docProps/compagnon.xml', content: bytes(`${XML}<stamp>${escape(text.stamp)}</stamp>`) })
	}
	if (text.atLeast !== undefined) {
		entries.push({ name: 'media/image1.bin', content: pattern(text.title, text.atLeast), store: true })
	}
	return zipped(entries)
}
