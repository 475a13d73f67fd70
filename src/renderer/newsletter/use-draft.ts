import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Block } from '../../core/newsletter/blocks.ts'
import { newsletterCalls, type Issue } from '../../core/newsletter/calls.ts'
import { ok, type Problem, type Result } from '../../core/result.ts'
import { onNews, useCall } from '../call.ts'
import { canBeTriedAgain, useDrafts } from '../ui/drafts.ts'
import { newWriter, type Writer } from '../ui/unwritten.ts'
import type { KeptWords } from '../ui/use-kept.ts'
import {
  begin,
  inTurn,
  next,
  textOf,
  wordsOf,
  type KeyedBlock,
  type Step,
  type Words,
  type Writing,
} from './writing.ts'

export interface Draft {
  readonly issue: Issue
  readonly subject: string
  readonly blocks: readonly KeyedBlock[]
  /** What would be saved; null while a field is wrong. */
  readonly words: Words | null
  readonly wrong: ReadonlyMap<string, string>
  readonly dirty: boolean
  readonly busy: boolean
  readonly problem: Problem | undefined
  readonly kept: KeptWords
  setSubject(subject: string): void
  setBlocks(blocks: readonly KeyedBlock[]): void
  /** Null while a field is wrong. */
  save(): Promise<Result<unknown> | null>
}

interface Opened {
  readonly writing?: Writing
  readonly problem?: Problem
  /** When words came back that had been left unsaved, and whether the issue had changed since. */
  readonly leftAtMs: number | null
  readonly changed: boolean
}

/**
 * An issue being written: saved within two seconds of the first unsaved key, and on leaving; words that cannot be saved as
 * they are come back the next time. Changes made elsewhere, such as an undo, are followed. A problem where it cannot be read.
 */
export function useDraft(
  issueId: number,
): Draft | { readonly issue: null; readonly problem: Problem | undefined } {
  const call = useCall()
  const drafts = useDrafts()
  const form = `issue:${issueId}`
  const [{ writing, problem: unread, leftAtMs, changed }, setOpened] = useState<Opened>({
    leftAtMs: null,
    changed: false,
  })
  const [problem, setProblem] = useState<Problem>()
  const [busy, setBusy] = useState(false)
  const step = useCallback(
    (made: Step) => setOpened((now) => (now.writing ? { ...now, writing: next(now.writing, made) } : now)),
    [],
  )

  const read = useCallback(
    () =>
      inTurn(async () => {
        const answer = await call('newsletter.one', { issueId })
        setOpened((now) => {
          if (!answer.ok) return { ...now, problem: answer.problem }
          if (now.writing)
            return { ...now, writing: next(now.writing, { kind: 'read', issue: answer.value }) }
          const left = drafts.of(form)
          const typed = left && showable(left.typed)
          if (!left || !typed) return { ...now, writing: begin(answer.value) }
          const base = showable(left.base)
          return {
            writing: begin(answer.value, typed),
            leftAtMs: left.savedAtMs,
            changed: base === undefined || textOf(base) !== textOf(answer.value),
          }
        })
      }),
    [call, drafts, form, issueId],
  )
  useEffect(() => {
    void read()
    return onNews((news) => {
      if (news.kind === 'changed' && news.stale !== 'all' && news.stale.includes('newsletter.one'))
        void read()
    })
  }, [read])

  const words = writing && wordsOf(writing)
  const text = words && textOf(words)
  const parsed = useMemo(
    () => newsletterCalls['newsletter.save'].input.safeParse({ issueId, typing: true, ...words }),
    // oxlint-disable-next-line react/exhaustive-deps -- the text stands for the words
    [issueId, text],
  )
  const dirty = writing !== undefined && text !== writing.known

  const latest = useRef<{ readonly text: string | undefined; readonly input: typeof parsed.data }>({
    text: undefined,
    input: undefined,
  })
  useEffect(() => {
    latest.current = { text: dirty ? text : undefined, input: parsed.data }
  })
  const save = useCallback(
    () =>
      inTurn(async () => {
        const { text: unsaved, input } = latest.current
        if (unsaved === undefined) return ok(null)
        if (!input) return null
        const answer = await call('newsletter.save', input)
        setProblem(answer.ok ? undefined : answer.problem)
        if (!answer.ok) return answer
        drafts.drop(form)
        step({ kind: 'saved', text: unsaved })
        setOpened((now) => ({ ...now, leftAtMs: null, changed: false }))
        return answer
      }),
    [call, drafts, form, step],
  )

  const writer = useRef<Writer>(undefined)
  useEffect(() => {
    const own = newWriter(async () => {
      const answer = await save()
      return answer === null || answer.ok || !canBeTriedAgain(answer.problem)
    })
    writer.current = own
    return () => void own.flush()
  }, [save])
  useEffect(() => {
    if (!dirty || !writing) return
    if (parsed.success) writer.current?.touch()
    else drafts.keep(form, { base: { ...wordsOf(begin(writing.issue)) }, typed: { ...wordsOf(writing) } })
    // oxlint-disable-next-line react/exhaustive-deps -- once for each change of the text
  }, [text, dirty])

  if (!writing) return { issue: null, problem: unread }
  const { issue } = writing
  return {
    issue,
    subject: writing.subject,
    blocks: writing.blocks,
    words: parsed.success ? wordsOf(writing) : null,
    wrong: new Map(parsed.error?.issues.map(({ path, message }) => [path.join('.'), message])),
    dirty,
    busy,
    problem: problem ?? unread,
    kept: {
      leftAtMs: dirty ? leftAtMs : null,
      changed: dirty && changed ? [{ field: 'The newsletter', now: null }] : [],
      startOver() {
        drafts.drop(form)
        setOpened({ writing: begin(issue), leftAtMs: null, changed: false })
      },
    },
    setSubject: (subject) => step({ kind: 'typed', subject }),
    setBlocks: (blocks) => step({ kind: 'typed', blocks }),
    async save() {
      setBusy(true)
      try {
        return await save()
      } finally {
        setBusy(false)
      }
    },
  }
}

/** Words that were kept unsaved, if they can be shown: fields may be wrong, but not of another kind. */
function showable({ subject, blocks }: Readonly<Record<string, unknown>>): Words | undefined {
  if (typeof subject !== 'string' || !Array.isArray(blocks) || !blocks.every(isShowable)) return undefined
  return { subject, blocks }
}

function isShowable(block: unknown): block is Block {
  if (typeof block !== 'object' || block === null) return false
  const { kind, text, title, ends } = block as Readonly<Record<string, unknown>>
  if (kind === 'hours') return true
  if (typeof text !== 'string') return false
  return kind === 'text' || (kind === 'offer' && typeof title === 'string' && typeof ends === 'string')
}
