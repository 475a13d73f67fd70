import { addressParts } from './address.ts'
import type { Consent } from './consent.ts'
import { customerMemory } from './import-memory.ts'
import {
  chosenFields,
  chosenOf,
  earlierOf,
  isOwners,
  sideOf,
  usualSide,
  type Mergeable,
  type MergeChoice,
  type MergedField,
  type MergeSide,
} from './merge-choice.ts'
import { longestDetail, type CustomerDetails } from './person.ts'
import {
  fitted,
  furtherAddresses,
  furtherMails,
  isJoined,
  joinedFields,
  restInNotes,
  together,
  type JoinedField,
} from './together.ts'

/** {@link usualSide} of each field that is not alike; not of those of which both have their part. */
export function usualChoice(keep: Mergeable, gone: Mergeable): MergeChoice {
  const choice: Partial<Record<MergedField, MergeSide>> = {}
  for (const field of chosenFields) {
    if (field === 'sourceId' || field === 'address') {
      const parts = field === 'address' ? addressParts : []
      const isAlike =
        field === 'sourceId'
          ? keep.sourceId === gone.sourceId
          : parts.every((part) => keep.details[part] === gone.details[part])
      if (!isAlike) choice[field] = usualSide(keep, gone, field)
      continue
    }
    const [mine, its] = [keep.details[field], gone.details[field]]
    if (mine === its) continue
    if (!isJoined(field)) choice[field] = usualSide(keep, gone, field)
    else {
      const value = joinedOf(field, keep, gone, {})
      if (value === mine || value === its) choice[field] = value === mine ? 'keep' : 'gone'
    }
  }
  return choice
}

/** Two made one. */
export interface Merged extends Mergeable {
  /** Of what not all had room in its field: the rest stands in the notes. */
  readonly inNotes: readonly JoinedField[]
  /** What both have together has no room, and nothing may be cut of it. */
  readonly tooLong: 'mustKnow' | 'notes' | undefined
}

/** The one person whom two make: the values that stay, and what files brought of either, so that no file of the one undoes the other. */
export function mergedPerson(keep: Mergeable, gone: Mergeable, choice: MergeChoice): Merged {
  const joined = joinedDetails(keep, gone, choice)
  const details: Record<keyof CustomerDetails, string> = { ...keep.details }
  const memory = customerMemory.made((field) => {
    const [mine, its] = [keep.details[field], gone.details[field]]
    const value = isJoined(field)
      ? joined.values[field]
      : sideOf(field, keep, gone, choice) === 'keep'
        ? mine
        : its
    details[field] = value
    const earlier = [...(earlierOf(keep, field) ?? []), ...(earlierOf(gone, field) ?? []), mine, its]
    // A choice between two is the owner's word.
    const isChosen = chosenOf(field, choice) !== undefined && mine !== its
    const from = [...(mine === value ? [keep] : []), ...(its === value ? [gone] : [])]
    const isOwn = from.length === 0 || isChosen || from.some((one) => isOwners(one, field))
    const before = earlier.filter((one) => one !== '' && one !== value)
    return {
      isBrought: value !== '' && !isOwn,
      earlier: before.length > 0 || (isOwn && value === '') ? before : undefined,
    }
  })
  const side = choice.sourceId ?? usualSide(keep, gone, 'sourceId')
  const { inNotes, tooLong } = joined
  const sourceId = side === 'keep' ? keep.sourceId : gone.sourceId
  return { details, memory, sourceId, inNotes, tooLong }
}

/** The fields of which both have their part, with what has no room in one put into the notes. */
function joinedDetails(keep: Mergeable, gone: Mergeable, choice: MergeChoice) {
  const inNotes: JoinedField[] = []
  const rests: string[] = []
  const values = Object.fromEntries(
    joinedFields.map((field) => {
      const whole = joinedOf(field, keep, gone, choice)
      if (field === 'notes' || field === 'mustKnow') return [field, whole]
      const { value, rest } = fitted(field, whole)
      if (rest !== '') {
        inNotes.push(field)
        rests.push(restInNotes(field, rest))
      }
      return [field, value]
    }),
  ) as Record<JoinedField, string>
  values.notes = [values.notes, ...rests].filter((text) => text !== '').join('\n')
  const tooLong = (['mustKnow', 'notes'] as const).find(
    (field) => values[field].length > longestDetail(field),
  )
  return { values, inNotes, tooLong }
}

/** What both say of a field, or the chosen one; which address letters go to, the other stays as a further one whatever is chosen. */
function joinedOf(field: JoinedField, keep: Mergeable, gone: Mergeable, choice: MergeChoice): string {
  const [mine, its] = [keep.details, gone.details]
  const chosen = choice[field]
  const isMine = (chosen ?? usualSide(keep, gone, field)) === 'keep'
  const [first, second] = isMine ? [mine, its] : [its, mine]
  const all = chosen === undefined ? together(field, first[field], second[field]) : first[field]
  const bySide = (of: 'email' | 'street') =>
    sideOf(of, keep, gone, choice) === 'keep' ? ([mine, its] as const) : ([its, mine] as const)
  if (field === 'otherMails') {
    const [main, other] = bySide('email')
    return furtherMails(all, main.email, other.email)
  }
  if (field === 'otherAddresses') {
    const [main, other] = bySide('street')
    return furtherAddresses(all, main, other)
  }
  return all
}

/** What somebody answered about mail, when, and where that is from. */
export interface MailAnswered {
  readonly mailConsent: Consent
  readonly mailConsentDay: string
  readonly mailConsentSource: string
}

/** The answer of the one person: a no of either beats all; a yes that the owner took back later stays taken back. */
export function mergedAnswer(keep: MailAnswered, gone: MailAnswered): MailAnswered {
  const weight = ({ mailConsent, mailConsentDay }: MailAnswered) =>
    mailConsent === 'no' ? 2 : mailConsent === 'yes' || mailConsentDay !== '' ? 1 : 0
  if (weight(keep) !== weight(gone)) return weight(keep) > weight(gone) ? keep : gone
  if (keep.mailConsentDay !== gone.mailConsentDay)
    return keep.mailConsentDay > gone.mailConsentDay ? keep : gone
  return gone.mailConsent === 'unasked' ? gone : keep
}
