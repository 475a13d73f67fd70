import { html, type Html } from '../html.ts'

/*
 * A preview tells which part of it comes from which block by an element without words before each block, and one after the last.
 * A mail has none of them.
 */

/** Stands before what a block of this key becomes; without a key, after the last one. */
export const placeMark = (key = ''): Html => html`<mj-raw><i data-block="${key}"></i></mj-raw>`

// Without the mark between them the layout engine joins the conditions that only Outlook reads.
const mark = /(?:<!\[endif\]-->\s*)?<i data-block="[^"]*"><\/i>(?:\s*<!--\[if mso \| IE\]>)?/g

/** A preview's HTML as the mail has it. */
export const withoutPlaces = (preview: string): string => preview.replace(mark, '')
