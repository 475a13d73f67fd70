import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { isShowable, type Words } from '../../core/newsletter/blocks.ts'
import { newsletterCalls, type Issue } from '../../core/newsletter/calls.ts'
import { ok, type Problem, type Result } from '../../core/result.ts'
import { onNews, useCall } from '../call.ts'
import { canBeTriedAgain, useDrafts } from '../ui/drafts.ts'
import { newWriter, type Writer } from '../ui/unwritten.ts'
import type { KeptWords } from '../ui/use-kept.ts'
import { isArranged, type KeyedBlock } from './keyed-block.ts'
import {
  begin,
  inTurn,
  isContested,
  isDirty,
  next,
  savesOf,
  textOf,
  wordsOf,
  type Step,
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
  /** When words came back that had been left unsaved. */
  readonly leftAtMs: number | null
}

/**
 * An issue being written: saved within two seconds of the first unsaved key, and on leaving; words that cannot be saved as
 * they are come back the next time. Changes made elsewhere, such as an undo, are followed block by block; nothing is saved over
 * them but by the owner's hand. A problem where it cannot be read.
 */
export function useDraft(
  issueId: number,
): Draft | { readonly issue: null; readonly problem: Problem | undefined } {
  const call = useCall()
  const drafts = useDrafts()
  const form = `issue:${issueId}`
  const [{ writing, problem: unread, leftAtMs }, setOpened] = useState<Opened>({ leftAtMs: null })
  const [problem, setProblem] = useState<Problem>()
  const [busy, setBusy] = useState(false)
  const latest = useRef<Writing>(undefined)
  const put = useCallback((made: Writing, more: Partial<Opened> = {}) => {
    latest.current = made
    setOpened((now) => ({ ...now, ...more, writing: made }))
  }, [])
  const step = useCallback(
    (made: Step) => {
      if (latest.current) put(next(latest.current, made))
    },
    [put],
  )

  const readNow = useCallback(async () => {
    const answer = await call('newsletter.one', { issueId })
    if (!answer.ok) return setOpened((now) => ({ ...now, problem: answer.problem }))
    if (latest.current) return step({ kind: 'read', issue: answer.value })
    const left = drafts.of(form)
    const typed = left && showable(left.typed)
    if (!left || !typed) return put(begin(answer.value))
    const base = showable(left.base) ?? { subject: '', blocks: [] }
    const contested = keysOf(left.typed['contested'])
    return put(begin(answer.value, { base, typed, contested }), { leftAtMs: left.savedAtMs })
  }, [call, drafts, form, issueId, put, step])
  const read = useCallback(() => inTurn(readNow), [readNow])
  useEffect(() => {
    void read()
    return onNews((news) => {
      if (news.kind !== 'changed') return
      if (news.stale === 'all' || news.stale.includes('newsletter.one')) void read()
    })
  }, [read])

  const words = writing && wordsOf(writing)
  const text = words && textOf(words)
  const parsed = useMemo(
    () => (words ? inputOf(issueId, words) : undefined),
    // oxlint-disable-next-line react/exhaustive-deps -- the text stands for the words
    [issueId, text],
  )
  const dirty = writing !== undefined && isDirty(writing)
  const contested = dirty && isContested(writing)

  const saveNow = useCallback(
    async (by: 'owner' | 'itself'): Promise<Result<unknown> | null> => {
      const { current: unsaved } = latest
      if (!unsaved || !isDirty(unsaved)) return ok(null)
      if (by === 'itself' && isContested(unsaved)) return null
      const [first, ...more] = savesOf(unsaved, (some) => inputOf(issueId, some).success)
      const input = first && inputOf(issueId, first)
      if (!input?.success) return null
      const { subject, blocks } = unsaved.issue
      const sent = { ...input.data, over: { subject, blocks: [...blocks] } }
      const answer = isArranged(blocks, first!.blocks)
        ? await call('newsletter.arrange', sent)
        : await call('newsletter.save', { ...sent, typing: true })
      if (!answer.ok && answer.problem.code === 'changed-meanwhile') {
        await readNow()
        return saveNow('itself')
      }
      setProblem(answer.ok ? undefined : answer.problem)
      if (!answer.ok) {
        drafts.keep(form, draftOf(unsaved))
        return answer
      }
      step({ kind: 'saved', words: first!, steps: unsaved.steps })
      // What comes after may not be savable yet, and is kept without a gap.
      if (more.length > 0) drafts.keep(form, draftOf(latest.current!), 'now')
      else drafts.drop(form)
      setOpened((now) => ({ ...now, leftAtMs: null }))
      return more.length > 0 ? saveNow(by) : answer
    },
    [call, drafts, form, issueId, readNow, step],
  )
  const save = useCallback((by: 'owner' | 'itself') => inTurn(() => saveNow(by)), [saveNow])

  const writer = useRef<Writer>(undefined)
  useEffect(() => {
    const own = newWriter(async () => {
      const answer = await save('itself')
      return answer === null || answer.ok || !canBeTriedAgain(answer.problem)
    })
    writer.current = own
    return () => void own.flush()
  }, [save])
  useEffect(() => {
    if (!writing) return
    if (!dirty) drafts.drop(form)
    else if (parsed?.success && !contested) {
      writer.current?.touch()
      // What was added, removed or moved can be taken back at once.
      if (writing.steps.length > 0) void writer.current?.flush()
    } else drafts.keep(form, draftOf(writing))
    // oxlint-disable-next-line react/exhaustive-deps -- once for each change of the text, and when it was read anew
  }, [text, dirty, contested, writing?.issue])

  if (!writing || !parsed) return { issue: null, problem: unread }
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
      changed: contested ? [{ field: 'What you typed in here', now: null }] : [],
      startOver() {
        drafts.drop(form)
        put(begin(issue), { leftAtMs: null })
      },
    },
    setSubject: (subject) => step({ kind: 'typed', subject }),
    setBlocks: (blocks) => step({ kind: 'typed', blocks }),
    async save() {
      setBusy(true)
      try {
        return await save('owner')
      } finally {
        setBusy(false)
      }
    },
  }
}

const draftOf = (writing: Writing) => ({
  base: { subject: writing.issue.subject, blocks: writing.issue.blocks },
  typed: { ...wordsOf(writing), contested: writing.contested },
})

const inputOf = (issueId: number, words: Words) =>
  newsletterCalls['newsletter.arrange'].input.safeParse({ issueId, ...words })

/** Words that were kept unsaved, if they can be shown: fields may be wrong, but not of another kind. */
function showable({ subject, blocks }: Readonly<Record<string, unknown>>): Words | undefined {
  if (typeof subject !== 'string' || !Array.isArray(blocks) || !blocks.every(isShowable)) return undefined
  return { subject, blocks }
}

const keysOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((key) => typeof key === 'string') : []
