import type { MailAnswer } from './consent-column.ts'
import type { Consent, GoneNo, Refusal, SignedNo } from './consent.ts'
import { isFromFile, mayBeFrom } from './import-source.ts'
import { heldWords, unclearWords } from './import-words.ts'
import type { CustomerRow } from './import-row.ts'
import type { Known } from './known.ts'
import type { FieldChange } from './merge.ts'
import { mailKeysOf } from './person.ts'
import { alikeForNo, personOf, type Person } from './same-for-a-no.ts'
import { isKnownAgain, mayBeTheirs } from './whose.ts'

/** What became of a line's answer about mail. */
export interface Noted {
  readonly change?: FieldChange
  readonly messages: readonly string[]
}

/** The noes there are: whoever said one, and all who share the address it was said for. */
export interface Noes {
  /** Whether there is not a single one. */
  readonly none: boolean
  of(customerId: number): Refusal | undefined
  at(emailKey: string): Refusal | undefined
  /** Those of people who are no longer on file and have this name, or may be the same person. */
  gone(person: () => Person): readonly GoneNo[]
  /** Those of people on file who had this name, or may have been the same person, when they said it. */
  onFile(person: () => Person): readonly SignedNo[]
}

/** Somebody who said a no and was gone is on file again. */
export interface Returned {
  readonly no: GoneNo
  /** Known by phone or number; else it may be another of that name, and the no stays theirs as well. */
  readonly isSure: boolean
}

/** Somebody of whom the file says no. */
export interface Refusing {
  readonly known: Known
  /** Whom the lines name: `known`, or somebody who was merged into them. */
  readonly sayer: Known
  /** For which addresses: theirs, and those in the file; '' where there is none. */
  readonly keys: ReadonlySet<string>
  /** Whether the owner alone said it, of the list as a whole. */
  readonly isOwners: boolean
}

/** What the lines of a file say about mail, beside the noes there are. */
export interface MailPlan {
  /** Tells it of a customer on file, before the first line. */
  onFile(known: Known): void
  /** Notes what a line says about mail; `sayer` is who it names, where that is somebody who was merged into `known`. */
  answer(known: Known, row: Pick<CustomerRow, 'mail' | 'email' | 'otherMails'>, sayer?: Known): Noted
  /** The no that holds for a customer as planned: their own, or one under their address. */
  refusalOf(known: Known): Refusal | undefined
  refusing(): readonly Refusing[]
  /** The noes of people who were gone and are among the customers of the file. */
  returned(known: Known): readonly Returned[]
  /** The answer that holds for a customer after all lines, and why. */
  held(known: Known): { readonly consent: Consent; readonly why: string }
}

/** Plans what customers of a file said about mail; a no that is known beats every yes of the file. `touch` is told whose answer another's no changes. */
export function mailPlan(noes: Noes, touch: (known: Known) => void): MailPlan {
  const refusing = new Map<Known, { readonly known: Known; readonly keys: readonly string[] }>()
  const refusedByFile = new Set<Known>()
  const refusedHere = new Map<string, Refusal>()
  const toldOnce = new Set<string>()
  const saidNo = alikeForNo(() => true)
  const saidYes = alikeForNo(({ consent }) => consent === 'yes')

  /** The no that holds for a customer as planned: their own, or one under their address. */
  function refusalOf(known: Known): Refusal | undefined {
    const { id, details } = known
    if (noes.none && refusedHere.size === 0) return undefined
    const keys = mailKeysOf(details)
    const own =
      (id === null ? undefined : noes.of(id)) ??
      firstOf(keys, (key) => noes.at(key)) ??
      firstOf(keys, (key) => refusedHere.get(key))
    const back = own ? undefined : returned(known).at(-1)
    return own ?? (back && { name: details.name, day: back.no.day, source: back.no.source })
  }

  /** Noes of people who are gone that may be this customer's, each with how surely. */
  function goneFor(known: Known) {
    const person = () => personOf(known)
    return noes.gone(person).map((no) => ({ no, again: isKnownAgain(no.whose, person()) }))
  }

  function returned(known: Known): readonly Returned[] {
    return goneFor(known).flatMap(({ no, again }): readonly Returned[] => {
      if (again === 'surely') return [{ no, isSure: true }]
      // Somebody on file is another of that name as far as anybody knows, and an address tells by itself.
      return again === 'perhaps' && known.isAdded && no.emailKey === '' ? [{ no, isSure: false }] : []
    })
  }

  /** Notes what the line says about mail. */
  function answer(
    known: Known,
    row: Pick<CustomerRow, 'mail' | 'email' | 'otherMails'>,
    sayer: Known = known,
  ): Noted {
    const { mail } = row
    const { name } = known.details
    const before = known.consent
    const refusal = refusalOf(known)
    const isBack = before === 'yes' && isTakenBackBy(known, mail)
    const consent = isBack ? 'no' : mail.consent
    known.why = isBack ? `${mail.against}, and said yes before` : mail.why
    const messages = consent === 'no' || mail.contradiction === '' ? [] : [mail.contradiction]
    const isYes = before === 'yes' && !refusal && consent === 'unasked'
    messages.push(...unclearWords(mail, isYes ? name : '', toldOnce))
    if (isYes && mail.unclear.length === 0 && mail.against !== '')
      messages.push(`${mail.against}. ${name} said yes before, and that was kept.`)
    if (consent === 'no') {
      const keys = mailKeysOf(row)
      if (isBack || !mail.isOwners) refusedByFile.add(sayer)
      refusing.set(sayer, { known, keys: [...(refusing.get(sayer)?.keys ?? []), ...keys] })
      refuseAt(keys, { name, day: '', source: '' })
    } else if (before === 'no' || refusal) {
      const words = heldWords(known, refusal)
      known.why = words + (refusal?.source ? `: ${refusal.source}` : '')
      if (consent === 'yes')
        return { messages: [...messages, `${words}. The file says yes; no was kept.`, ...besideNo(known)] }
    }
    messages.push(...besideNo(known))
    const alike = consent === 'yes' || before === 'yes' ? mayBeOf(known) : ''
    if (alike !== '' && consent !== 'no') {
      const words = `${alike} may be the same person, and said no to mail`
      if (before === 'yes' && isOwn(known)) {
        messages.push(`${words}. ${name} said yes to you, and that was kept.`)
        return { messages }
      }
      messages.push(
        `${words}. ${before === 'yes' ? 'The yes counts as not asked now.' : 'It counts as not asked.'}`,
      )
      known.why = words
      if (before !== 'yes') return { messages }
      takeBack(known)
      return { messages, change: { field: 'mailConsent', before, after: 'unasked', kept: null } }
    }
    // Their phone may be new, and a later line may say no under it.
    if (before === 'yes') saidYes.enter(known)
    if (consent === 'unasked' || consent === before) return { messages }
    if (consent === 'yes' && known.isTakenBack)
      return {
        messages: [
          ...messages,
          `${name} said yes once, and you took that back. The file says yes; not asked was kept.`,
        ],
      }
    known.consent = consent
    known.answered = true
    known.answeredBy = consent === 'yes' ? mail.column : ''
    if (consent === 'yes') saidYes.enter(known)
    messages.push(...besideNamesake(known))
    return { messages, change: { field: 'mailConsent', before, after: consent, kept: null } }
  }

  /** A no holds for whoever else has one of these, also where another line of theirs names it, or it is on file. */
  function refuseAt(keys: readonly string[], refusal: Refusal): void {
    for (const key of keys) if (!refusedHere.has(key)) refusedHere.set(key, refusal)
  }

  /** Who may be the same person and said no; '' where nobody did. */
  function mayBeOf(known: Known): string {
    const alike = saidNo.any(known)
    if (alike) return alike.details.name
    if (goneFor(known).some(({ again }) => again === 'alike')) return 'Somebody who is no longer on file'
    const person = () => personOf(known)
    const before = noes
      .onFile(person)
      .find((no) => no.customerId !== known.id && mayBeTheirs(no.whose, person()))
    return before?.name ?? ''
  }

  /** What a no of this customer's, from whatever line, does to the yeses of those who may be the same person. */
  function besideNo(known: Known): readonly string[] {
    const { name } = known.details
    if (!hasOwnNo(known)) return []
    saidNo.enter(known)
    refuseAt(mailKeysOf(known.details), refusalOf(known) ?? { name, day: '', source: '' })
    return saidYes.all(known).flatMap((other) => {
      const who = other.details.name
      if (isOwn(other)) return [`${who} may be the same person, and said yes to you. That was kept.`]
      takeBack(other)
      other.why = `${name} may be the same person, and said no to mail`
      if (other.id !== null) {
        other.changed = true
        touch(other)
      }
      return [
        refusalOf(other)
          ? `${who} has the same mail address: no holds for them too.`
          : `${who} may be the same person: their yes counts as not asked now.`,
      ]
    })
  }

  /** Two of one name who answered otherwise, where nothing but the mail address tells them apart: whose it is, only the owner knows. */
  function besideNamesake(known: Known): readonly string[] {
    const answer = known.consent === 'no' ? 'yes' : 'no'
    const other = (answer === 'no' ? saidNo : saidYes).namesake(known)
    const isGone = () => answer === 'no' && goneFor(known).some(({ again }) => again === 'perhaps')
    if (!other && !isGone()) return []
    const at = other ? other.details.email && ` (${other.details.email})` : ', who is no longer on file,'
    return [
      `Another ${(other ?? known).details.name}${at} said ${answer} to mail, and nothing but the address tells them apart. Both were kept; ask whether they are one person.`,
    ]
  }

  const hasOwnNo = (known: Known): boolean =>
    known.consent === 'no' ||
    refusing.has(known) ||
    (known.id !== null && noes.of(known.id) !== undefined) ||
    returned(known).length > 0

  return {
    answer,
    refusalOf,
    returned,
    onFile(known) {
      if (hasOwnNo(known)) saidNo.enter(known)
      else if (known.consent === 'yes') saidYes.enter(known)
    },
    refusing: () =>
      [...refusing].map(([sayer, { known, keys }]) => {
        const all = new Set([...keys, ...mailKeysOf(sayer.details)])
        const isOwners = !refusedByFile.has(sayer)
        return { known, sayer, keys: all.size > 0 ? all : new Set(['']), isOwners }
      }),
    held(known) {
      const refusal = refusalOf(known)
      if (known.consent === 'no' || !refusal) return { consent: known.consent, why: known.why }
      const words = heldWords(known, refusal)
      return { consent: 'no', why: words + (refusal.source ? `: ${refusal.source}` : '') }
    },
  }
}

const firstOf = <Found>(
  keys: readonly string[],
  find: (key: string) => Found | undefined,
): Found | undefined => {
  for (const key of keys) {
    const found = find(key)
    if (found !== undefined) return found
  }
  return undefined
}

/** Whether an answer is the owner's, and no file's. */
const isOwn = ({ answered, consentSource }: Known): boolean => !answered && !isFromFile(consentSource)

function takeBack(known: Known): void {
  known.consent = 'unasked'
  known.answered = true
  known.answeredBy = ''
}

/** A yes that a column brought before, and the same column does not say any more; within one file no time has passed. */
const isTakenBackBy = (known: Known, { takesBack }: MailAnswer): boolean =>
  takesBack !== '' && !known.answered && mayBeFrom(known.consentSource, takesBack)
