import { whyYouGetThis, withCode, type ReadyIssue } from './ready-issue.ts'
import type { Template } from './merge.ts'

/** The plain text version of an issue, as a template for every reader; lines end in `\n`. */
export function textTwin(issue: ReadyIssue): Template {
  const sections: Template[] = [[issue.shopName], ...issue.parts.map((part) => part.text()), footer(issue)]
  return merged(sections.flatMap((section, i) => (i === 0 ? section : ['\n\n', ...section])).concat('\n'))
}

const footer = (issue: ReadyIssue): Template => [
  ['----------', ...issue.sender, issue.shopAddress].filter((line) => line !== '').join('\n'),
  `\n\n${whyYouGetThis(issue)}\n`,
  ...withCode(issue.voice.pieces('mail.stop', { address: issue.shopAddress, code: '' })),
]

function merged(parts: Template): Template {
  const all: Template[number][] = []
  for (const part of parts) {
    const last = all.at(-1)
    if (typeof part === 'string' && typeof last === 'string') all[all.length - 1] = last + part
    else all.push(part)
  }
  return all
}
