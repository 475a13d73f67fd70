import { backupsCalls } from './backups/calls.ts'
import type { CallKind, OutputOf, SentOf, Topic } from './call.ts'
import { featureCalls } from './feature-calls.ts'
import { machineCalls } from './machine/calls.ts'

/** The whole contract: every call, by its name. All types are derived from it. */
export const calls = { ...featureCalls, ...machineCalls, ...backupsCalls }

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
