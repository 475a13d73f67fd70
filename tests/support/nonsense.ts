import fc, { type Arbitrary } from 'fast-check'
import type { z } from 'zod'

const words = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  'null',
  '-1',
  '1e308',
  '../../etc/passwd',
  "'; DROP TABLE shop; --",
  '"*" NEAR(',
  '%s%n',
  '{{name}}',
  '<script>1</script>',
  '=1+1',
  'a\r\nBcc: b@example.com',
  'b@example.com',
  'x'.repeat(10_000),
  '٣٠',
  '\u202e',
  'Maria Anders',
  'DE',
  'Europe/Berlin',
  '4006381333931',
  '0517',
  '+90',
]
const times = [
  '2026-02-30',
  '0000-00-00',
  '2026-11-23',
  '2026-12-31',
  '9999-12-31',
  '-271821-04-20',
  '2026-11',
  '2026-11-23T07:00',
  '2026-11-24T23:59',
  '2026-03-29T02:30',
  '2026-11-23T25:61',
  '2026-W48',
  '2026-W53',
  '9999-W53',
  '07:00',
  '12:00',
  '23:59',
  '24:00',
  '26:00',
]
const ints = Array.from({ length: 40 }, (_, n) => n - 3)
const numbers = [
  ...ints,
  Number.MAX_SAFE_INTEGER,
  -Number.MAX_SAFE_INTEGER,
  1e308,
  -0,
  0.1,
  2 ** 53,
  NaN,
  Infinity,
]

const word = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(...words),
  fc.constantFrom(...times),
)
const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  maxDepth: 2,
})

/** tame: every field is one its own schema takes, so that the handler is reached. wild: nothing has to be right. */
type Mood = 'tame' | 'wild'

interface Def {
  readonly type: string
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>
  readonly innerType?: z.core.$ZodType
  readonly in?: z.core.$ZodType
  readonly element?: z.core.$ZodType
  readonly items?: readonly z.core.$ZodType[]
  readonly options?: readonly z.core.$ZodType[]
  readonly valueType?: z.core.$ZodType
  readonly entries?: Readonly<Record<string, string>>
  readonly values?: readonly unknown[]
}

/** Inputs of a schema's shape whose every field passes on its own. */
export const tame = (schema: z.ZodType): Arbitrary<unknown> => like(schema, 'tame')

/** Inputs for a schema: acceptable ones, ones of its shape with wild content, and nothing like it. */
export const nonsenseFor = (schema: z.ZodType): Arbitrary<unknown> =>
  fc.oneof(
    { weight: 5, arbitrary: tame(schema) },
    { weight: 4, arbitrary: like(schema, 'wild') },
    { weight: 1, arbitrary: anything },
  )

function like(schema: z.core.$ZodType, mood: Mood): Arbitrary<unknown> {
  const right = shaped(schema, mood)
  return mood === 'tame'
    ? right
    : fc.oneof({ weight: 9, arbitrary: right }, { weight: 1, arbitrary: anything })
}

function shaped(schema: z.core.$ZodType, mood: Mood): Arbitrary<unknown> {
  const def = schema._zod.def as unknown as Def
  if (def.type === 'optional' || def.type === 'default')
    return fc.option(like(def.innerType!, mood), { nil: undefined, freq: 3 })
  if (def.type === 'nullable') return fc.option(like(def.innerType!, mood), { nil: null })
  if (def.innerType) return like(def.innerType, mood)
  if (def.type === 'pipe') return like(def.in!, mood)
  if (def.options) return fc.oneof(...def.options.map((option) => like(option, mood)))
  if (def.entries) return fc.constantFrom(...Object.values(def.entries))
  if (def.values) return fc.constantFrom(...def.values)
  if (def.items) return fc.tuple(...def.items.map((item) => like(item, mood)))
  if (def.element) return fc.array(like(def.element, mood), { maxLength: 4 })
  if (def.valueType) return fc.dictionary(word, like(def.valueType, mood), { maxKeys: 4 })
  if (def.type === 'boolean') return fc.boolean()
  if (def.shape) {
    const fields = Object.entries(def.shape).map(([name, field]) => [name, like(field, mood)] as const)
    return fc.record(Object.fromEntries(fields), mood === 'tame' ? {} : { requiredKeys: [] })
  }
  if (def.type === 'string') return mood === 'tame' ? taken(schema, [...words, ...times], word) : word
  if (def.type === 'number') return taken(schema, mood === 'tame' ? numbers : [], fc.constantFrom(...numbers))
  return anything
}

/** One of the candidates that the schema takes; whatever there is where it takes none. */
function taken<T>(schema: z.core.$ZodType, candidates: readonly T[], otherwise: Arbitrary<T>): Arbitrary<T> {
  const good = candidates.filter((candidate) => (schema as z.ZodType).safeParse(candidate).success)
  return good.length > 0 ? fc.constantFrom(...good) : otherwise
}
