import { actionsCalls } from './actions/calls.ts'
import type { OutputOf, Sheet } from './call.ts'
import { checklistsCalls } from './checklists/calls.ts'
import { customersCalls } from './customers/calls.ts'
import { draftsCalls } from './drafts/calls.ts'
import { happenedCalls } from './happened/calls.ts'
import { hoursCalls } from './hours/calls.ts'
import type { FileList, SavedRefused } from './import/call.ts'
import { lettersCalls } from './letters/calls.ts'
import { newsletterCalls } from './newsletter/calls.ts'
import { promisesCalls } from './promises/calls.ts'
import { shopCalls } from './shop/calls.ts'
import { historyCalls } from './shop/history-calls.ts'
import { wordsCalls } from './shop/words-calls.ts'
import { referralsCalls } from './referrals/calls.ts'
import { staffCalls } from './staff/calls.ts'
import { stockCalls } from './stock/calls.ts'
import { todayCalls } from './today/calls.ts'

/** What the features offer through the store: a new feature adds its calls here. */
export const featureCalls = {
  ...shopCalls,
  ...historyCalls,
  ...wordsCalls,
  ...hoursCalls,
  ...stockCalls,
  ...promisesCalls,
  ...customersCalls,
  ...newsletterCalls,
  ...checklistsCalls,
  ...todayCalls,
  ...draftsCalls,
  ...staffCalls,
  ...actionsCalls,
  ...referralsCalls,
  ...lettersCalls,
  ...happenedCalls,
}

type FeatureCalls = typeof featureCalls
/** Calls that answer a page for paper. */
export type SheetName = {
  [N in keyof FeatureCalls]: FeatureCalls[N] extends { readonly sheet: Sheet } ? N : never
}[keyof FeatureCalls]

/** The sheets of all features. */
export const sheetNames = (Object.keys(featureCalls) as (keyof FeatureCalls)[]).filter(
  (name): name is SheetName => 'sheet' in featureCalls[name],
)

/** Calls that read a list from a file. */
export type ImportName = {
  [N in keyof FeatureCalls]: FeatureCalls[N] extends { readonly list: FileList } ? N : never
}[keyof FeatureCalls]

/** Lists that can be read from a file. */
export type ImportWhat = FeatureCalls[ImportName]['list']['what']

/** Calls that write to a file what an import leaves out. */
export type SaveName = {
  [N in keyof FeatureCalls]: OutputOf<FeatureCalls[N]> extends SavedRefused ? N : never
}[keyof FeatureCalls]

/** The call that reads each list, and the title of the dialog that asks for its file. */
export const fileLists = (Object.keys(featureCalls) as (keyof FeatureCalls)[])
  .filter((name): name is ImportName => 'list' in featureCalls[name])
  .map((call) => ({ call, ...featureCalls[call].list }))
