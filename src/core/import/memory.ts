import { z } from 'zod'

/** What is remembered of a record's fields, so that a file never takes back what the owner changed. */
export interface ImportMemory<Field extends string> {
  /** The fields whose present value came from a file, as bits in the order of the fields' names. */
  readonly brought: number
  /**
   * What a field said before; '' where it said nothing, which older shop files keep as an empty list. A field that stands here without being {@link brought} is as the owner wants it, also where it is
   * empty.
   */
  readonly earlier: Readonly<Partial<Record<Field, readonly string[]>>>
}

/** The columns that keep it. */
interface Kept {
  readonly broughtFields: number
  readonly earlierValues: string
}

/** The memory of one kind of records. `names` are never moved, only added to; `textOf` is '' where a field says nothing. */
export function memoryOf<const Field extends string, Values>(
  names: readonly Field[],
  textOf: (values: Values, field: Field) => string,
) {
  type Memory = ImportMemory<Field>
  const none: Memory = { brought: 0, earlier: {} as Memory['earlier'] }
  const bit = (field: Field): number => 1 << names.indexOf(field)
  const kept = z.partialRecord(z.enum(names), z.array(z.string()))
  const isBrought = ({ brought }: Memory, field: Field): boolean => (brought & bit(field)) !== 0
  return {
    none,
    isBrought,

    /** Whether a file may fill the field, or change it: not where the owner chose what is there. */
    mayTake: (memory: Memory, field: Field, present: string): boolean =>
      isBrought(memory, field) || (present === '' && memory.earlier[field] === undefined),

    /** The memory of what a file brings. */
    broughtAlong: (values: Values): Memory => ({
      ...none,
      brought: names.reduce((bits, field) => (textOf(values, field) === '' ? bits : bits | bit(field)), 0),
    }),

    /** The memory of which each field is told alone: whether a file brought its value, and what it said before. */
    made: (
      of: (field: Field) => { readonly isBrought: boolean; readonly earlier: readonly string[] | undefined },
    ): Memory =>
      names.reduce((known, field) => {
        const { isBrought: isFiles, earlier } = of(field)
        return {
          brought: isFiles ? known.brought | bit(field) : known.brought,
          earlier: earlier ? withAlso(known, field, earlier) : known.earlier,
        }
      }, none),

    /** After a file's value was taken; with what it took the place of, '' too, where that is to be known again. */
    afterTaking: (memory: Memory, field: Field, before?: string): Memory => ({
      brought: memory.brought | bit(field),
      earlier: before === undefined ? memory.earlier : withAlso(memory, field, [before]),
    }),

    /** After the owner changed a field, or something was added to what stood there. */
    ownedNow: (memory: Memory, field: Field, values: readonly string[]): Memory => ({
      brought: memory.brought & ~bit(field),
      earlier: withAlso(memory, field, values),
    }),

    /** After the owner changed fields by hand. */
    afterEdit(memory: Memory, before: Values, after: Values): Memory {
      return names.reduce((known, field) => {
        const was = textOf(before, field)
        return was === textOf(after, field) ? known : this.ownedNow(known, field, [was])
      }, memory)
    },

    /** As it is kept. */
    write: ({ brought, earlier }: Memory): Kept => ({
      broughtFields: brought,
      earlierValues: Object.keys(earlier).length === 0 ? '' : JSON.stringify(earlier),
    }),

    /** Reads what `write` wrote. */
    read: ({ broughtFields, earlierValues }: Kept): Memory => ({
      brought: broughtFields,
      earlier: earlierValues === '' ? none.earlier : kept.parse(JSON.parse(earlierValues)),
    }),
  }
}

function withAlso<Field extends string>(
  { earlier }: ImportMemory<Field>,
  field: Field,
  values: readonly string[],
): ImportMemory<Field>['earlier'] {
  const known = earlier[field] ?? []
  return { ...earlier, [field]: [...known, ...values.filter((value) => !known.includes(value))] }
}
