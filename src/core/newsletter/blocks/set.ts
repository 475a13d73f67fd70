import { html, type Html } from '../../html.ts'
import { bodyText } from '../../greeting/header-text.ts'
import { template, type Template } from '../merge.ts'
import { betweenParagraphs } from '../paragraphs.ts'
import type { ShopFacts } from '../shop-facts.ts'

export const serif = "'Source Serif 4', Georgia, 'Times New Roman', serif"

/** A full row of the mail. */
export const section = (content: Html): Html =>
  html`<mj-section><mj-column>${content}</mj-column></mj-section>`

export const heading = (text: Html): Html =>
  html`<mj-text font-family="${serif}" font-size="20px" line-height="1.3" padding="14px 28px 2px"><h2 style="margin:0;font-size:20px;font-weight:600">${text}</h2></mj-text>`

export const paragraphs = (all: readonly Template[], words: (typed: Template) => Html): Html =>
  html`<mj-text>${all.map((paragraph) => html`<p style="margin:0 0 14px">${words(paragraph)}</p>`)}</mj-text>`

/** Typed words in paragraphs, which empty lines part. */
export const paragraphsOf = (text: string, { voice }: ShopFacts): readonly Template[] =>
  bodyText(text)
    .split(betweenParagraphs)
    .map((paragraph) => paragraph.replace(/^\n+|\s+$/g, ''))
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => template(paragraph, voice.say('mail.reader')))

/** Paragraphs of plain text, an empty line between two. */
export const spaced = (all: readonly Template[]): Template =>
  all.filter((one) => one.length > 0).flatMap((one, i) => (i === 0 ? one : ['\n\n', ...one]))

/** A template's words without its slots. */
export const wordsIn = (typed: Template): readonly string[] =>
  typed.map((part) => (typeof part === 'string' ? part : ''))
