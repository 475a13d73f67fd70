import type { Page } from '@playwright/test'
import type { CallName, Output, Sent } from '../../src/core/calls.ts'
import type { Problem, Result } from '../../src/core/result.ts'

export interface LaunchOptions {
  /** The instant the app's clock starts at, ISO. */
  readonly now?: string
  /** A folder of an earlier launch, to start again in it. */
  readonly userData?: string
}

/** What the next dialogs answer: a path, or null where the owner cancels. */
export interface Dialogs {
  readonly open?: string | null
  readonly save?: string | null
}

/** The window with its store behind it: in Electron, or its page in a browser. */
export interface Shown {
  readonly page: Page
  /** A folder of this launch alone, for files the test makes. */
  readonly folder: string
  readonly userData: string
  /** The name of the shop file's opening, as the window sends it with each call; '' where no shop is open. */
  opening(): Promise<string>
  /** Makes a call as the window does, and expects success. */
  call<N extends CallName>(name: N, input: Sent<N>): Promise<Output<N>>
  /** Makes a call as the window does, and expects a problem. */
  problem(name: string, input: unknown): Promise<Problem>
  answerDialogs(dialogs: Dialogs): Promise<void>
  /** Quits, and leaves its folders to a next launch. */
  quit(): Promise<void>
  /** Quits, and removes its folders. */
  close(): Promise<void>
}

/** The calls of a window over what sends them. */
export function callsOver(
  send: (name: string, input: unknown) => Promise<Result<unknown>>,
): Pick<Shown, 'call' | 'problem'> {
  return {
    async call(name, input) {
      const result = (await send(name, input)) as Result<never>
      if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.problem)}`)
      return result.value
    },
    async problem(name, input) {
      const result = await send(name, input)
      if (result.ok) throw new Error(`${name} was expected to be refused: ${JSON.stringify(result.value)}`)
      return result.problem
    },
  }
}
