import { z } from 'zod'
import { machine } from '../call.ts'
import { reachCalls } from '../customers/reach-calls.ts'
import { featureCalls, fileLists, sheetNames } from '../feature-calls.ts'
import { rowId } from '../inputs.ts'
import { lettersCalls } from '../letters/calls.ts'
import { papers } from '../paper.ts'
import type { Problem } from '../result.ts'
import { sampleChoice } from '../shop/sample-choice.ts'
import { themes, type Theme } from './theme.ts'

/** A shop to work in. */
export interface OpenState {
  readonly state: 'open'
  readonly file: string
  readonly sample: boolean
  /** Names this opening of the file; sent with every call that goes out from what was read in it. */
  readonly shop: string
  /** What the owner's last shop besides this one is called, for the way back from the sample or a new one; '' for none. */
  readonly own: string
  /** What the owner should know of the file and its folder, such as a full disk. */
  readonly notices: readonly Problem[]
}

/** The shop cannot be opened, and what is asked. */
export interface QuestionState {
  readonly state: 'question'
  readonly file: string
  /** The folder in which the file is, or was; to be read, not to be used. */
  readonly folder: string
  /** What the shop is called; '' where that is not known. */
  readonly name: string
  /** The owner's shops whose files are there. */
  readonly others: readonly OwnShop[]
  readonly problem: Problem
}

/** One of the owner's shops that was open on this PC, to be chosen by its id. */
export interface OwnShop {
  readonly id: string
  readonly name: string
  readonly file: string
  /** To be read, not to be used. */
  readonly folder: string
}

export type ShopState = OpenState | QuestionState

/** A file or folder the owner chose in a dialog; the window only ever sees this handle. */
export interface Chosen {
  readonly handle: string
  readonly name: string
}

/** A sheet to be printed: the store call that writes the HTML, what is sent with it, and on which paper. */
const sheet = {
  call: z.enum(sheetNames),
  input: z.record(z.string(), z.unknown()),
  paper: z.enum(papers),
}

export const machineCalls = {
  'shop.state': machine<ShopState>()({ topics: ['shop'], input: z.strictObject({}) }),
  /** The delicatessen unless another sample shop is chosen. */
  'shop.openSample': machine<ShopState>()({
    topics: [],
    input: z.strictObject({ of: sampleChoice.optional() }),
  }),
  /** From the sample, or a shop just begun, to the owner's own shop. */
  'shop.backToOwn': machine<ShopState>()({ topics: [], input: z.strictObject({}) }),
  'shop.openRecent': machine<ShopState>()({
    topics: [],
    input: z.strictObject({ id: z.string().max(100, 'Choose a shop.') }),
  }),
  /** Opens the file of the question once more. */
  'shop.tryAgain': machine<ShopState>()({ topics: [], input: z.strictObject({}) }),
  'shop.openOther': machine<ShopState>()({ topics: [], input: z.strictObject({}) }),
  'shop.startNew': machine<ShopState>()({ topics: [], input: z.strictObject({}) }),
  'shop.cancel': machine<null>()({ topics: [], input: z.strictObject({ callId: z.string().max(100) }) }),
  /** The window has written what was typed, as it was asked to. */
  'window.wrote': machine<null>()({ topics: [], input: z.strictObject({ id: z.string().max(100) }) }),
  'files.choose': machine<Chosen | null>()({
    topics: [],
    input: z.strictObject({ what: z.enum([...fileLists.map((list) => list.what), 'folder']) }),
  }),
  /** Asks where a file goes that is to be written. */
  'files.chooseWhere': machine<Chosen | null>()({
    topics: [],
    input: z.strictObject({
      name: z.string().max(300, 'Use a shorter name.'),
      extension: z.enum(['csv', 'vcf']),
    }),
  }),
  'files.show': machine<null>()({
    topics: [],
    paths: ['path'],
    input: z.strictObject({ path: z.string() }),
  }),
  /** Opens it in the program that this PC opens such files with. */
  'files.open': machine<null>()({
    topics: [],
    paths: ['path'],
    input: z.strictObject({ path: z.string() }),
  }),
  'paper.preview': machine<{ url: string }>()({
    topics: [...new Set(sheetNames.flatMap((name) => featureCalls[name].topics))],
    input: z.strictObject(sheet),
  }),
  'paper.save': machine<Chosen | null>()({ topics: [], input: z.strictObject(sheet) }),
  /** Asks for a printer; false where the owner left it at that. */
  'paper.print': machine<{ printed: boolean }>()({ topics: [], input: z.strictObject(sheet) }),
  /** The draft of `letters.mail` in a file that the owner chooses, and opened by the mail program; null where they left it at that. */
  'letters.saveMail': machine<(Chosen & { readonly isOpen: boolean }) | null>()({
    topics: [],
    input: lettersCalls['letters.mail'].input,
  }),
  /** Opens the program of a way to a customer, with their address or number in it: nothing is called or sent by that. */
  'customers.openWay': machine<null>()({
    topics: [],
    input: reachCalls['customers.wayLink'].input,
  }),
  /** Puts a text where the next paste takes it from. */
  'window.copyText': machine<null>()({
    topics: [],
    input: z.strictObject({ text: z.string().max(1_000_000, 'The text is too long to copy.') }),
  }),
  /** Who works at this PC; null where nobody was chosen in the shop that is open. */
  'staff.chosen': machine<{ staffId: number | null }>()({ topics: ['shop'], input: z.strictObject({}) }),
  'staff.choose': machine<null>()({
    topics: [],
    input: z.strictObject({ staffId: rowId('Choose somebody who works here.').nullable() }),
  }),
  'window.settings': machine<{ theme: Theme }>()({ topics: ['settings'], input: z.strictObject({}) }),
  'window.setTheme': machine<{ theme: Theme }>()({
    topics: [],
    input: z.strictObject({ theme: z.enum(themes) }),
  }),
}
