import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  changedElsewhere,
  changesIn,
  fitting,
  isTyped,
  shown,
  typedAt,
  typedIn,
  untouched,
  type Draft,
} from '../../../src/core/drafts/kept-form.ts'
import { runs } from '../../support/runs.ts'

const names = ['name', 'phone', 'notes'] as const
type Name = (typeof names)[number]
type Customer = Readonly<Record<Name, string>>

const word = fc.constantFrom('', 'a', 'b', 'c')
const customer = fc.record({ name: word, phone: word, notes: word })

/** What happens to a form and its record: a key pressed, a change made elsewhere, the app ended and started again. */
const happening = fc.oneof(
  fc.record({ what: fc.constant('typed' as const), name: fc.constantFrom(...names), word }),
  fc.record({ what: fc.constant('elsewhere' as const), name: fc.constantFrom(...names), word }),
  fc.record({ what: fc.constant('restart' as const) }),
)

describe('a form that is kept while it is typed', () => {
  test('what was typed stands, and what was not follows the record, whatever happens in between', () => {
    fc.assert(
      fc.property(customer, fc.array(happening, { maxLength: 30 }), (start, happenings) => {
        let record: Customer = start
        let draft: Draft<Customer> = untouched(start)
        const typed = new Map<Name, { readonly word: string; readonly over: Set<string> }>()
        for (const one of happenings) {
          if (one.what === 'typed') {
            draft = typedIn(draft, { [one.name]: one.word }, record, 0)
            if (one.word === record[one.name]) typed.delete(one.name)
            else typed.set(one.name, { word: one.word, over: new Set([record[one.name]]) })
          } else if (one.what === 'elsewhere') {
            record = { ...record, [one.name]: one.word }
            typed.get(one.name)?.over.add(one.word)
          } else draft = fitting(JSON.parse(JSON.stringify(draft)) as Draft, record)

          const value = shown(draft, record)
          for (const name of names) expect(value[name]).toBe(typed.get(name)?.word ?? record[name])
          expect(isTyped(draft, record)).toBe(names.some((name) => value[name] !== record[name]))
          for (const name of changedElsewhere(draft, record)) {
            // Said only of what was typed, is another word now, and really changed.
            expect(value[name]).not.toBe(record[name])
            expect(typed.has(name)).toBe(true)
          }
        }
      }),
      runs(500),
    )
  })

  test('a change made elsewhere to a field that is being typed in is said, and nothing else is', () => {
    const before = { name: 'Anna', phone: '1', notes: '' }
    const draft = typedIn(untouched(before), { phone: '2' }, before, 0)
    expect(changedElsewhere(draft, before)).toEqual([])
    const now = { name: 'Anna B', phone: '3', notes: '' }
    expect(changedElsewhere(draft, now)).toEqual(['phone'])
    expect(shown(draft, now)).toEqual({ name: 'Anna B', phone: '2', notes: '' })
    expect(changedElsewhere(draft, { ...before, phone: '2' })).toEqual([])
  })

  test('a field that was empty as null is filled, and emptied again', () => {
    const now: { product: null | { id: number }; date: string } = { product: null, date: '' }
    const draft = typedIn(untouched(now), { product: { id: 5 } }, now, 0)
    expect(shown(fitting(draft, now), now)).toEqual({ product: { id: 5 }, date: '' })
    const full = { product: { id: 5 }, date: '' }
    const emptied = typedIn<typeof now>(untouched(full), { product: null }, full, 0)
    expect(shown(fitting(emptied, full), full)).toEqual({ product: null, date: '' })
  })

  test('each field keeps the moment it was typed in last, over restarts and what is typed in the others', () => {
    const now = { what: '', told: '' }
    const told = typedIn(untouched(now), { told: 'tomorrow' }, now, 10)
    const later = typedIn(
      fitting(JSON.parse(JSON.stringify(told)) as Draft, now),
      { what: 'tart', told: 'tomorrow' },
      now,
      20,
    )
    expect([typedAt(later, 'told', now), typedAt(later, 'what', now)]).toEqual([10, 20])
    expect(typedAt(typedIn(later, { told: 'tomorro' }, now, 30), 'told', now)).toBe(30)
    expect(typedAt(typedIn(later, { told: '' }, now, 30), 'told', now)).toBeUndefined()
    expect(typedAt(untouched(now), 'told', now)).toBeUndefined()
  })

  test('a draft of another Wellkept fills only the fields that are still there and of its kind', () => {
    const now = { name: 'Anna', days: 30 }
    const old = { base: { name: 'Anna', days: '30', gone: 1 }, typed: { name: 'Berta', days: '3', gone: 2 } }
    expect(shown(fitting(old, now), now)).toEqual({ name: 'Berta', days: 30 })
  })

  test('a draft that lacks a field on one side counts as not typed there, and one without moments has none', () => {
    const now = { name: 'Anna', phone: '1', notes: 'n' }
    const torn = { base: { name: 'Anna', phone: '1' }, typed: { name: 'Berta', notes: 'x' } }
    expect(fitting(torn, now)).toEqual({ base: now, typed: { ...now, name: 'Berta' }, atMs: undefined })
    expect(typedAt(fitting(torn, now), 'name', now)).toBeUndefined()
  })

  test('saving changes what is shown otherwise than the record has it, and nothing else', () => {
    const before = { name: 'Anna', phone: '1', notes: '' }
    const draft = typedIn(untouched(before), { phone: '2', notes: 'n' }, before, 0)
    expect(changesIn(draft, before)).toEqual({ phone: '2', notes: 'n' })
    expect(changesIn(draft, { name: 'Anna B', phone: '2', notes: '' })).toEqual({ notes: 'n' })
    expect(changesIn(untouched(before), { ...before, name: 'Anna B' })).toEqual({})
  })
})
