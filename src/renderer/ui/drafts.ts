import { createContext, use } from 'react'
import type { KeptDraft } from '../../core/drafts/calls.ts'
import type { Draft } from '../../core/drafts/kept-form.ts'
import type { Problem } from '../../core/result.ts'
import type { Call } from '../call.ts'
import { newWriter } from './unwritten.ts'

/** What was typed into the forms of one shop and not saved; in the shop's file a moment later. */
export interface Drafts {
  of(form: string): KeptDraft | undefined
  /** Keeps what is typed; `now` where what was kept before has been saved, and must not come back as if it had not been. */
  keep(form: string, draft: Draft, now?: 'now'): void
  /** Nothing is left to keep of the form: it was saved, or emptied. */
  drop(form: string): void
  /** Writes what is unwritten, and goes by what the file holds after `act`, which may have taken words out of it. */
  around<T>(act: () => Promise<T>): Promise<T>
}

/** Whether what could not be written may be written a moment later: the disk had no room, another program held the file. */
export const canBeTriedAgain = ({ code }: Problem): boolean =>
  ['disk-full', 'disk-error', 'in-use', 'read-only'].includes(code)

/** `stored` is what the shop file holds; `onRefused` is told of words that it will not take, once for each form. */
export function keepDrafts(
  call: Call,
  stored: readonly KeptDraft[],
  onRefused: (problem: Problem) => void,
): Drafts {
  const drafts = new Map(stored.map((draft) => [draft.form, draft]))
  const unwritten = new Set<string>()
  const refused = new Set<string>()

  async function write(form: string): Promise<boolean> {
    const draft = drafts.get(form)
    const answer = draft
      ? await call('drafts.keep', { form, base: draft.base, typed: draft.typed, atMs: draft.atMs } as never)
      : await call('drafts.drop', { form })
    if (answer.ok) refused.delete(form)
    else if (canBeTriedAgain(answer.problem)) unwritten.add(form)
    else if (!refused.has(form)) {
      refused.add(form)
      onRefused(answer.problem)
    }
    return !unwritten.has(form)
  }
  const writer = newWriter(async () => {
    const forms = [...unwritten]
    unwritten.clear()
    return (await Promise.all(forms.map(write))).every(Boolean)
  })
  const touch = (form: string) => {
    unwritten.add(form)
    writer.touch()
  }

  return {
    async around(act) {
      await writer.flush()
      const known = [...drafts.values()]
      // A form that is opened meanwhile must not begin with words that are just being taken out.
      for (const form of drafts.keys()) if (!unwritten.has(form)) drafts.delete(form)
      const done = await act()
      const held = await call('drafts.all', {})
      for (const draft of held.ok ? held.value : known)
        if (!drafts.has(draft.form)) drafts.set(draft.form, draft)
      return done
    },
    of: (form) => drafts.get(form),
    keep(form, draft, now) {
      // As it comes back from the file: a field that is undefined is not there.
      const plain = JSON.parse(JSON.stringify(draft)) as Draft
      drafts.set(form, { form, ...plain, savedAtMs: Date.now() })
      touch(form)
      if (now) void writer.flush()
    },
    drop(form) {
      if (!drafts.delete(form)) return
      touch(form)
      // What was saved must not come back as if it had not been.
      void writer.flush()
    },
  }
}

export const DraftsContext = createContext<Drafts | null>(null)

/** The drafts of the shop that is shown. */
export function useDrafts(): Drafts {
  const drafts = use(DraftsContext)
  if (!drafts) throw new Error('useDrafts outside of a shop')
  return drafts
}
