import { useState } from 'react'
import type { Problem } from '../../core/result.ts'
import { useCall } from '../call.ts'
import { formatMonth } from './range.ts'

interface IntoNewsletter {
  /** Adds a text to the newsletter that is being written; answers its month, null where it could not be added. */
  put(text: string): Promise<string | null>
  readonly busy: boolean
  readonly problem: Problem | undefined
}

/** Puts a text at the end of the newest newsletter that has no drafts yet, or of a new one. */
export function useIntoNewsletter(): IntoNewsletter {
  const call = useCall()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const append = async (text: string): Promise<string | null> => {
    const issues = await call('newsletter.issues', {})
    if (!issues.ok) return (setProblem(issues.problem), null)
    const writing = issues.value.find(({ exportedAtMs }) => exportedAtMs === null)
    const chosen = writing ? { ok: true as const, value: writing } : await call('newsletter.create', {})
    if (!chosen.ok) return (setProblem(chosen.problem), null)
    const issue = await call('newsletter.one', { issueId: chosen.value.id })
    if (!issue.ok) return (setProblem(issue.problem), null)
    const { id, subject, blocks, month } = issue.value
    const saved = await call('newsletter.save', {
      issueId: id,
      subject,
      blocks: [...blocks, { kind: 'text', text }],
    })
    if (!saved.ok) return (setProblem(saved.problem), null)
    return formatMonth(`${month}-01`)
  }
  const put = async (text: string) => {
    setBusy(true)
    setProblem(undefined)
    try {
      return await append(text)
    } finally {
      setBusy(false)
    }
  }
  return { put, busy, problem }
}
