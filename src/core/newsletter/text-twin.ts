import type { Formats } from '../formats.ts'
import { whyYouGetThis, type ReadyIssue, type Part, type PrintedHours } from './ready-issue.ts'
import type { Template } from './merge.ts'

/** The plain text version of an issue, as a template for every reader; lines end in `\n`. */
export function textTwin(issue: ReadyIssue, formats: Formats): Template {
  const sections: Template[] = [
    [issue.shopName],
    ...issue.parts.map((part) => partText(part, formats)),
    footer(issue),
  ]
  return merged(sections.flatMap((section, i) => (i === 0 ? section : ['\n\n', ...section])).concat('\n'))
}

function partText(part: Part, formats: Formats): Template {
  if (part.kind === 'text') return spaced(part.paragraphs)
  if (part.kind === 'hours') return [[part.heading, ...part.hours.map(hoursText)].join('\n')]
  const terms = [part.code && `Code: ${part.code}`, `Until ${formats.longDate(part.ends)}`].filter(
    (line) => line !== '',
  )
  return spaced([part.title, ...part.paragraphs, [terms.join('\n')]])
}

function hoursText({ title, lines }: PrintedHours): string {
  const width = Math.max(...lines.map((line) => line.days.length))
  const rows = lines.map((line) => `${line.days.padEnd(width)}  ${line.times}`)
  return [...(title !== null ? [title] : []), ...rows].join('\n')
}

const footer = (issue: ReadyIssue): Template => [
  ['----------', ...issue.sender, issue.shopAddress].filter((line) => line !== '').join('\n'),
  `\n\n${whyYouGetThis(issue.shopName)}\nTo stop it, write to ${issue.shopAddress} and give this code: `,
  { slot: 'optOutCode' },
]

const spaced = (paragraphs: readonly Template[]): Template =>
  paragraphs.filter((p) => p.length > 0).flatMap((p, i) => (i === 0 ? p : ['\n\n', ...p]))

function merged(parts: Template): Template {
  const all: Template[number][] = []
  for (const part of parts) {
    const last = all.at(-1)
    if (typeof part === 'string' && typeof last === 'string') all[all.length - 1] = last + part
    else all.push(part)
  }
  return all
}
