import { addressParts, hasAddress, isAddressPart, type AddressPart } from './address.ts'
import { customerMemory, type CustomerMemory } from './import-memory.ts'
import { detailNames, type CustomerDetails } from './person.ts'

/** Whose value stays where two are merged. */
export const mergeSides = ['keep', 'gone'] as const
export type MergeSide = (typeof mergeSides)[number]

/** What is chosen field by field; the postal address as one, by itself or by any part; a customer's number too. */
export const mergedFields = [...detailNames, 'address', 'sourceId'] as const
export type MergedField = (typeof mergedFields)[number]
export type MergeChoice = Readonly<Partial<Record<MergedField, MergeSide>>>

export type ChosenField = Exclude<MergedField, AddressPart>

/** What is shown to be chosen: the whole address as one, after how to reach them. */
export const chosenFields: readonly ChosenField[] = [
  ...detailNames.flatMap((name) => (name === 'street' ? 'address' : isAddressPart(name) ? [] : name)),
  'sourceId',
]

/** The side chosen for the address; undefined where none is, null where its parts are chosen of both. */
export function chosenAddress(choice: MergeChoice): MergeSide | undefined | null {
  const [side, other] = new Set(
    (['address', ...addressParts] as const).flatMap((field) => choice[field] ?? []),
  )
  return other === undefined ? side : null
}

/** One of two who are one person. */
export interface Mergeable {
  readonly details: CustomerDetails
  readonly memory: CustomerMemory
  readonly sourceId: string
}

type Detail = keyof CustomerDetails

/** What a field of one said before. */
export const earlierOf = ({ memory }: Mergeable, field: Detail) => memory.earlier[field]
/** Whether the owner chose what stands there, also nothing. */
export const isOwners = ({ details, memory }: Mergeable, field: Detail): boolean =>
  !customerMemory.mayTake(memory, field, details[field])

/** Whether the owner emptied a field of one of just what stands there of the other. */
const isEmptied = (one: Mergeable, other: Mergeable, field: Detail): boolean =>
  one.details[field] === '' &&
  other.details[field] !== '' &&
  isOwners(one, field) &&
  earlierOf(one, field)?.includes(other.details[field]) === true

/**
 * Whose value stays unless the owner says otherwise: that of who is kept. What is blank there is filled, unless the owner emptied it of
 * just that; what the owner wrote stays before what a file brought.
 */
export function usualSide(keep: Mergeable, gone: Mergeable, field: MergedField): MergeSide {
  if (field === 'sourceId') return keep.sourceId === '' ? 'gone' : 'keep'
  if (field === 'address' || isAddressPart(field)) return usualAddress(keep, gone)
  const [mine, its] = [keep.details[field], gone.details[field]]
  if (its === '') return isEmptied(gone, keep, field) ? 'gone' : 'keep'
  if (mine === '') return isEmptied(keep, gone, field) ? 'keep' : 'gone'
  return isOwners(gone, field) && !isOwners(keep, field) ? 'gone' : 'keep'
}

/** The address that says more of one place, else by the rules of {@link usualSide}. */
function usualAddress(keep: Mergeable, gone: Mergeable): MergeSide {
  if (addressParts.some((part) => isEmptied(keep, gone, part))) return 'keep'
  if (addressParts.some((part) => isEmptied(gone, keep, part))) return 'gone'
  const isMore = hasAddress(keep.details, gone.details)
  if (isMore !== hasAddress(gone.details, keep.details)) return isMore ? 'keep' : 'gone'
  const isTyped = (one: Mergeable) =>
    addressParts.some((part) => one.details[part] !== '' && isOwners(one, part))
  return isTyped(gone) && !isTyped(keep) ? 'gone' : 'keep'
}

/** The side that was chosen for a field; undefined where none was. */
export const chosenOf = (field: keyof CustomerDetails, choice: MergeChoice): MergeSide | undefined =>
  isAddressPart(field) ? (chosenAddress(choice) ?? undefined) : choice[field]

/** Whose value stays. */
export const sideOf = (
  field: keyof CustomerDetails,
  keep: Mergeable,
  gone: Mergeable,
  choice: MergeChoice,
): MergeSide => chosenOf(field, choice) ?? usualSide(keep, gone, field)
