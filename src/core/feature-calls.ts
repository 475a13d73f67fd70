import type { Sheet } from './call.ts'
import { checklistsCalls } from './checklists/calls.ts'
import { customersCalls } from './customers/calls.ts'
import { draftsCalls } from './drafts/calls.ts'
import { hoursCalls } from './hours/calls.ts'
import { newsletterCalls } from './newsletter/calls.ts'
import { promisesCalls } from './promises/calls.ts'
import { shopCalls } from './shop/calls.ts'
import { historyCalls } from './shop/history-calls.ts'
import { stockCalls } from './stock/calls.ts'
import { todayCalls } from './today/calls.ts'

/** What the features offer through the store: a new feature adds its calls here. */
export const featureCalls = {
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
