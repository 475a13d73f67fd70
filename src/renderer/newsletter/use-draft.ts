import { useEffect, useRef, useState } from 'react'
import type { Block } from '../../core/newsletter/blocks.ts'
import { newsletterCalls, type Issue } from '../../core/newsletter/calls.ts'
import type { Problem, Result } from '../../core/result.ts'
import { newWriter, type Writer } from '../ui/unwritten.ts'
import { useWrite } from '../use-call.ts'

/** A block on the screen: the key stays with it when it moves. */
export interface KeyedBlock {
  readonly key: string
  readonly block: Block
}

/** What is being written: the subject and the blocks. */
export interface Words {
  readonly subject: string
  readonly blocks: readonly Block[]
}

export interface Draft {
  readonly subject: string
  readonly blocks: readonly KeyedBlock[]
  /** What would be saved; null while a field is wrong. */
  readonly words: Words | null
  readonly wrong: ReadonlyMap<string, string>
  readonly dirty: boolean
  readonly busy: boolean
  readonly problem: Problem | undefined
  setSubject(subject: string): void
  setBlocks(blocks: readonly KeyedBlock[]): void
  save(): Promise<Result<unknown> | null>
}

export const keyed = (block: Block): KeyedBlock => ({ key: crypto.randomUUID(), block })

/** An issue being written: kept here while typed, saved while it is typed, on demand and on leaving; undo is followed. */
export function useDraft(issue: Issue): Draft {
  const issueId = issue.id
  const [subject, setSubject] = useState(issue.subject)
  const [blocks, setBlocks] = useState<readonly KeyedBlock[]>(() => issue.blocks.map(keyed))
  const saving = useWrite('newsletter.save')
  const stored = JSON.stringify({ subject: issue.subject, blocks: issue.blocks })
  const [seen, setSeen] = useState(stored)
  const [known, setKnown] = useState(stored)
  const words = { subject, blocks: blocks.map(({ block }) => block) }
  const typed = JSON.stringify(words)
  const parsed = newsletterCalls['newsletter.save'].input.safeParse({ issueId, ...words })
  const dirty = typed !== known

  // What is stored changed: by our own saving, or by an undo, which is followed unless something new was typed.
  if (stored !== seen) {
    setSeen(stored)
    setKnown(stored)
    if (!dirty && stored !== known) {
      setSubject(issue.subject)
      setBlocks(issue.blocks.map(keyed))
    }
  }

  const save = async () => {
    if (!parsed.success) return null
    const result = await saving.run(parsed.data)
    if (result.ok) setKnown(typed)
    return result
  }

  const latest = useRef({ dirty, save })
  useEffect(() => {
    latest.current = { dirty, save }
  })
  const writer = useRef<Writer>(undefined)
  useEffect(() => {
    const own = newWriter(async () => !latest.current.dirty || (await latest.current.save()) !== null)
    writer.current = own
    return () => void own.flush()
  }, [])
  useEffect(() => {
    if (dirty) writer.current?.touch()
  }, [typed, dirty])

  return {
    subject,
    blocks,
    words: parsed.success ? words : null,
    wrong: new Map(parsed.error?.issues.map(({ path, message }) => [path.join('.'), message])),
    dirty,
    busy: saving.busy,
    problem: saving.problem,
    setSubject,
    setBlocks,
    save,
  }
}
