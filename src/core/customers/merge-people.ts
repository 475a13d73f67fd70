import type { Consent } from './consent.ts'
import { customerMemory, type CustomerMemory } from './import-memory.ts'
import { detailNames, longestDetail, type CustomerDetails } from './person.ts'
import { joinedPhones } from './phone-columns.ts'
import { waysTogether } from './ways.ts'
import { cutTo } from '../text-length.ts'

/** Whose value stays where two are merged. */
export const mergeSides = ['keep', 'gone'] as const
export type MergeSide = (typeof mergeSides)[number]

/** What is chosen field by field; a customer's number too. */
export const mergedFields = [...detailNames, 'sourceId'] as const
export type MergedField = (typeof mergedFields)[number]
export type MergeChoice = Readonly<Partial<Record<MergedField, MergeSide>>>

/** One of two who are one person. */
export interface Mergeable {
  readonly details: CustomerDetails
  readonly memory: CustomerMemory
  readonly sourceId: string
}

const earlierOf = ({ memory }: Mergeable, field: keyof CustomerDetails) => memory.earlier[field]
const isOwners = ({ details, memory }: Mergeable, field: keyof CustomerDetails): boolean =>
  !customerMemory.mayTake(memory, field, details[field])

/**
 * Whose value stays unless the owner says otherwise: that of who is kept. What is blank there is filled, unless the owner emptied it of
 * just that; what the owner wrote stays before what a file brought.
 */
export function usualSide(keep: Mergeable, gone: Mergeable, field: MergedField): MergeSide {
  if (field === 'sourceId') return keep.sourceId === '' ? 'gone' : 'keep'
  const [mine, its] = [keep.details[field], gone.details[field]]
  if (its === '') return isOwners(gone, field) && earlierOf(gone, field)?.includes(mine) ? 'gone' : 'keep'
  if (mine === '') return isOwners(keep, field) && earlierOf(keep, field)?.includes(its) ? 'keep' : 'gone'
  return isOwners(gone, field) && !isOwners(keep, field) ? 'gone' : 'keep'
}

/** {@link usualSide} of each field that is not alike; not of those of which both have their part. */
export function usualChoice(keep: Mergeable, gone: Mergeable): MergeChoice {
  const choice: Partial<Record<MergedField, MergeSide>> = {}
  if (keep.sourceId !== gone.sourceId) choice.sourceId = usualSide(keep, gone, 'sourceId')
  for (const field of detailNames) {
    const [mine, its] = [keep.details[field], gone.details[field]]
    if (mine === its) continue
    const joined = joinedOf(field, keep, gone)
    if (joined === undefined) choice[field] = usualSide(keep, gone, field)
    else if (joined === mine || joined === its) choice[field] = joined === mine ? 'keep' : 'gone'
  }
  return choice
}

/** The one person whom two make: the values that stay, and what files brought of either, so that no file of the one undoes the other. */
export function mergedPerson(keep: Mergeable, gone: Mergeable, choice: MergeChoice): Mergeable {
  const details: Record<keyof CustomerDetails, string> = { ...keep.details }
  const memory = customerMemory.made((field) => {
    const side = choice[field] ?? usualSide(keep, gone, field)
    const [mine, its] = [keep.details[field], gone.details[field]]
    const joined = choice[field] === undefined ? joinedOf(field, keep, gone) : undefined
    const value = joined ?? (side === 'keep' ? mine : its)
    details[field] = value
    const earlier = [...(earlierOf(keep, field) ?? []), ...(earlierOf(gone, field) ?? []), mine, its]
    // A choice between two is the owner's word.
    const isChosen = choice[field] !== undefined && mine !== its
    const from = [...(mine === value ? [keep] : []), ...(its === value ? [gone] : [])]
    const isBoth = joined !== undefined && joined !== mine && joined !== its
    const isOwn = isBoth || isChosen || from.some((one) => isOwners(one, field))
    const before = earlier.filter((one) => one !== '' && one !== value)
    return {
      isBrought: value !== '' && !isOwn,
      earlier: before.length > 0 || (isOwn && value === '') ? before : undefined,
    }
  })
  const side = choice.sourceId ?? usualSide(keep, gone, 'sourceId')
  return { details, memory, sourceId: side === 'keep' ? keep.sourceId : gone.sourceId }
}

/** Of what somebody may have several, both have their part in the one person; undefined where the one whose value stays has all. */
function joinedOf(field: keyof CustomerDetails, keep: Mergeable, gone: Mergeable): string | undefined {
  const sides = usualSide(keep, gone, field) === 'keep' ? [keep, gone] : [gone, keep]
  const [first, second] = sides.map(({ details }) => details)
  const both = bothOf(field, first!, second!)
  return both === first![field] ? undefined : cutTo(both, longestDetail(field))
}

function bothOf(field: keyof CustomerDetails, mine: CustomerDetails, its: CustomerDetails): string {
  switch (field) {
    case 'notes':
      return joinedTexts(mine.notes, its.notes, '\n')
    // Nothing that may make somebody ill is left out.
    case 'mustKnow':
    case 'preferences':
      return joinedTexts(mine[field], its[field], '; ')
    case 'phone':
      return joinedPhones([mine.phone, its.phone])
    case 'otherMails':
      // Whichever address letters go to, the other is one of theirs.
      return waysTogether(field, mine.otherMails, its.otherMails, mine.email === '' ? '' : its.email)
    case 'otherAddresses':
      return waysTogether(field, mine.otherAddresses, its.otherAddresses)
    default:
      return mine[field]
  }
}

const joinedTexts = (mine: string, its: string, between: string): string =>
  mine === '' || its === '' || mine.includes(its) || its.includes(mine)
    ? mine.includes(its)
      ? mine
      : its
    : `${mine}${between}${its}`

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
