import { backupsCalls } from './backups/calls.ts'
import { checklistsCalls } from './checklists/calls.ts'
import type { CallKind, OutputOf, SentOf, Topic } from './call.ts'
import { customersCalls } from './customers/calls.ts'
import { draftsCalls } from './drafts/calls.ts'
import { hoursCalls } from './hours/calls.ts'
import { machineCalls } from './machine/calls.ts'
import { newsletterCalls } from './newsletter/calls.ts'
import { promisesCalls } from './promises/calls.ts'
import { shopCalls } from './shop/calls.ts'
import { historyCalls } from './shop/history-calls.ts'
import { stockCalls } from './stock/calls.ts'
import { todayCalls } from './today/calls.ts'

/** The whole contract: every call, by its name. All types are derived from it. */
export const calls = {
  ...shopCalls,
  ...historyCalls,
  ...hoursCalls,
  ...stockCalls,
  ...promisesCalls,
  ...customersCalls,
  ...newsletterCalls,
  ...checklistsCalls,
  ...todayCalls,
  ...draftsCalls,
  ...machineCalls,
  ...backupsCalls,
}

export type Calls = typeof calls
export type CallName = keyof Calls

type NamesOf<Kind extends CallKind> = {
  [N in CallName]: Calls[N]['kind'] extends Kind ? N : never
}[CallName]

export type ReadName = NamesOf<'read'>
export type WriteName = NamesOf<'write'>
export type MachineName = NamesOf<'machine'>
/** Calls the store answers; the others are the main process's. */
export type StoreCallName = ReadName | WriteName

/** What is sent with a call (defaults may be left out). */
export type Sent<N extends CallName> = SentOf<Calls[N]>
/** What a call answers. */
export type Output<N extends CallName> = OutputOf<Calls[N]>

/** The calls whose answers depend on any of the topics. */
export const callsAbout = (topics: readonly Topic[]): readonly CallName[] =>
  (Object.keys(calls) as CallName[]).filter(
    (name) => calls[name].kind !== 'write' && calls[name].topics.some((topic) => topics.includes(topic)),
  )
