import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { whoseSigns } from '../../../src/core/customers/whose.ts'
import { addDays, type Day } from '../../../src/core/day.ts'
import { firstCode, optOutCode } from '../../../src/core/newsletter/opt-out.ts'
import { listBackups } from '../../../src/main/backups/folder.ts'
import { replace } from '../../../src/main/backups/move.ts'
import { restore } from '../../../src/main/backups/restore.ts'
import { stay } from '../../../src/main/backups/same-shop.ts'
import { verifiedBackup } from '../../../src/main/store/backup.ts'
import { runs } from '../../support/runs.ts'
import { temporaryFolder, testShop } from '../../support/shop.ts'
import { workIn } from '../../support/shop-files.ts'

type Work = Parameters<typeof workIn>[2]
type Call = Parameters<Work>[0]

const at = (day: Day) => Date.parse(`${day}T09:00:00Z`)
const source = 'at the counter'
const anna = { name: 'Anna Gross', email: 'a@x.example' }
const moved = { customerId: 1, name: 'Anna Klein', email: 'k@x.example' }

const answer = (call: Call, customerId: number, said: 'yes' | 'no', day?: Day) =>
  call('customers.setConsent', { customerIds: [customerId], answer: said, source, ...(day && { day }) })
const consentOf = async (call: Call, customerId: number) =>
  (await call('customers.one', { customerId })).mailConsent

/** A shop and a copy of it. */
async function twoCopies(before: (call: Call) => Promise<unknown>, day = '2026-11-01') {
  const t = await testShop({ now: '2026-11-01T08:00:00Z' })
  await t.shop.close()
  const here = t.shop.path
  await workIn(here, at(day), before)
  const there = join(t.folder, 'other.wellkept')
  copyFileSync(here, there)
  return { here, there }
}

async function importing(call: Call, lines: string) {
  const path = join(temporaryFolder(), 'people.csv')
  writeFileSync(path, lines)
  await call('customers.importFile', { path, commit: true })
}

test('a number given before the files parted is the same person, whatever became of name and address', async () => {
  const { here, there } = await twoCopies(async (call) => {
    await call('customers.save', anna)
    await answer(call, 1, 'yes')
  })
  await workIn(here, at('2026-11-10'), (call) => call('customers.save', moved))
  await workIn(there, at('2026-11-12'), (call) => answer(call, 1, 'no'))
  await stay(here, there)
  expect(await workIn(here, at('2026-11-20'), (call) => consentOf(call, 1))).toBe('no')
})

test('a no without an address is kept for its person where another one got the number', async () => {
  const { here, there } = await twoCopies(async () => {})
  await workIn(here, at('2026-11-10'), (call) =>
    call('customers.save', { name: 'Zoe', email: 'z@x.example' }),
  )
  await workIn(there, at('2026-11-12'), (call) =>
    importing(call, 'Name,Phone,Newsletter\nCarl Gross,030 1234569,no\n'),
  )
  await stay(here, there)
  await workIn(here, at('2026-11-20'), async (call) => {
    expect(await consentOf(call, 1)).toBe('unasked')
    await importing(
      call,
      'Name,Email,Phone,Newsletter\nCarl Gross,carl@x.example,030 1234569,yes\nCarl Gross,other@x.example,030 7654321,yes\n',
    )
    expect([await consentOf(call, 2), await consentOf(call, 3)]).toEqual(['no', 'yes'])
  })
})

test('a no reaches the person who is on file under a number of their own', async () => {
  const { here, there } = await twoCopies(async () => {})
  await workIn(here, at('2026-11-10'), async (call) => {
    await call('customers.save', { name: 'Zoe', email: 'z@x.example' })
    await call('customers.save', { name: 'Carl Gross', email: 'carl@x.example', phone: '030 1234569' })
    await answer(call, 2, 'yes')
  })
  await workIn(there, at('2026-11-12'), (call) =>
    importing(call, 'Name,Phone,Newsletter\nCarl Gross,030 1234569,no\n'),
  )
  await stay(here, there)
  await workIn(here, at('2026-11-20'), async (call) => {
    expect([await consentOf(call, 1), await consentOf(call, 2)]).toEqual(['unasked', 'no'])
    await answer(call, 2, 'yes', '2026-11-20')
  })
  await stay(here, there)
  expect(await workIn(here, at('2026-11-21'), (call) => consentOf(call, 2))).toBe('yes')
})

test('who was asked again here stays so, also beside a file that is chosen twice, until a later no', async () => {
  const { here, there } = await twoCopies(async (call) => {
    await call('customers.save', anna)
    await answer(call, 1, 'no')
  })
  await workIn(here, at('2026-11-10'), (call) => answer(call, 1, 'yes', '2026-11-10'))
  await stay(here, there)
  await stay(here, there)
  expect(await workIn(here, at('2026-11-20'), (call) => consentOf(call, 1))).toBe('yes')
  await workIn(there, at('2026-11-12'), (call) => answer(call, 1, 'no'))
  await stay(here, there)
  expect(await workIn(here, at('2026-11-20'), (call) => consentOf(call, 1))).toBe('no')
  await workIn(here, at('2026-11-21'), (call) => answer(call, 1, 'yes', '2026-11-21'))
  await stay(here, there)
  expect(await workIn(here, at('2026-11-22'), (call) => consentOf(call, 1))).toBe('yes')
})

test('a no that was turned here does not come again by the address it went along to there', async () => {
  const { here, there } = await twoCopies(async (call) => {
    await call('customers.save', anna)
    await answer(call, 1, 'no')
  })
  await workIn(here, at('2026-11-10'), (call) => answer(call, 1, 'yes', '2026-11-10'))
  await workIn(there, at('2026-11-12'), (call) => call('customers.save', moved))
  await stay(here, there)
  expect(await workIn(here, at('2026-11-20'), (call) => consentOf(call, 1))).toBe('yes')
})

test('a no that was turned in the other file alone stands here', async () => {
  const { here, there } = await twoCopies(async (call) => {
    await call('customers.save', anna)
    await answer(call, 1, 'no')
  })
  await workIn(there, at('2026-11-10'), (call) => answer(call, 1, 'yes', '2026-11-10'))
  await stay(here, there)
  expect(await workIn(here, at('2026-11-20'), (call) => consentOf(call, 1))).toBe('no')
})

const couple = {
  'of one address': ['Anna Lang,paar@x.example,030 1234567', 'Bert Lang,paar@x.example,040 7654321'],
  'of one name': ['Anna Lang,anna@x.example,030 1234567', 'Anna Lang,other@x.example,040 7654321'],
} as const
const people = (...lines: readonly string[]) =>
  `Name,Email,Phone,Newsletter\n${lines.map((line) => `${line},yes\n`).join('')}`

/** Gives the first customer of a closed shop an opt-out code. */
function codeOfFirst(path: string, person: string): string {
  const [name = '', emailKey, phone = ''] = person.split(',')
  const connection = new Database(path)
  connection
    .prepare('INSERT INTO optOutCodes (code, customerId, emailKey, whose) VALUES (?, 1, ?, ?)')
    .run(firstCode, emailKey, whoseSigns({ name, earlierNames: [], phone, sourceId: '' }))
  connection.close()
  return optOutCode(firstCode)
}

test.each(Object.entries(couple))(
  'of two people %s the code of the one is not the other’s who got the number in the other copy',
  async (_what, [one, other]) => {
    const { here, there } = await twoCopies(async () => {})
    await workIn(here, at('2026-11-10'), (call) => importing(call, people(one)))
    await workIn(there, at('2026-11-11'), (call) => importing(call, people(other)))
    const code = codeOfFirst(here, one)
    await stay(there, here)
    await workIn(there, at('2026-11-20'), async (call) => {
      expect((await call('newsletter.optOut', { text: code })).customerId).toBe(0)
      await answer(call, 1, 'yes', '2026-11-20').catch(() => {})
      await importing(call, people(one))
      expect(await consentOf(call, 2)).toBe('no')
    })
  },
)

test.each(Object.entries(couple))(
  'of two people %s the no of the one is not turned by asking the other who got the number in the other copy',
  async (_what, [one, other]) => {
    const { here, there } = await twoCopies(async () => {})
    await workIn(here, at('2026-11-10'), async (call) => {
      await importing(call, people(one))
      await answer(call, 1, 'no')
    })
    await workIn(there, at('2026-11-11'), (call) => importing(call, people(other)))
    await stay(there, here)
    await workIn(there, at('2026-11-20'), async (call) => {
      await answer(call, 1, 'yes', '2026-11-20').catch(() => {})
      await importing(call, people(one))
      expect(await consentOf(call, 2)).toBe('no')
    })
  },
)

test('a code is not that of who has its number only once an undone import is back', async () => {
  const [one, other] = couple['of one name']
  const { here, there } = await twoCopies(async () => {})
  await workIn(here, at('2026-11-10'), (call) => importing(call, people(one)))
  await workIn(there, at('2026-11-11'), async (call) => {
    await importing(call, people(other))
    await call('shop.undo', {})
  })
  const code = codeOfFirst(here, one)
  await stay(there, here)
  await workIn(there, at('2026-11-20'), async (call) => {
    await call('shop.redo', {})
    expect((await call('newsletter.optOut', { text: code })).customerId).toBe(0)
    expect(await consentOf(call, 1)).toBe('yes')
  })
})

test('the code of who was entered in both copies under one number is theirs', async () => {
  const [one] = couple['of one name']
  const { here, there } = await twoCopies(async () => {})
  await workIn(here, at('2026-11-10'), (call) => importing(call, people(one)))
  await workIn(there, at('2026-11-11'), (call) => importing(call, people('Anna Lang,new@x.example,')))
  const code = codeOfFirst(here, one)
  await stay(there, here)
  await workIn(there, at('2026-11-20'), async (call) => {
    expect(await call('newsletter.optOut', { text: code })).toEqual({ customerId: 1, name: 'Anna Lang' })
    expect(await consentOf(call, 1)).toBe('no')
  })
})

test.each([['at once'], ['after an older backup of here']])(
  'what another PC’s file said of its people is nobody else’s when the shop it took the place of comes back %s',
  async (how) => {
    const { here, there } = await twoCopies(async () => {})
    const older = (await verifiedBackup(here, { why: 'asked', now: at('2026-11-02') })).path
    const dora = 'Dora Dorn,d@x.example,0603333333,yes\nCora Cold,c@x.example,0701,yes'
    await workIn(here, at('2026-11-10'), (call) => importing(call, `Name,Email,Phone,Newsletter\n${dora}`))
    const bodo = 'Anna Lang,a@x.example,0301111111,yes\nBodo Berg,b@x.example,0402,no'
    await workIn(there, at('2026-11-11'), (call) => importing(call, `Name,Email,Phone,Newsletter\n${bodo}`))
    const code = codeOfFirst(there, 'Anna Lang,a@x.example,0301111111')
    await replace({ path: here, from: there, now: at('2026-11-12') })
    const mine = await newestBackup(here)
    if (how !== 'at once') {
      const backup = (await listBackups(here)).find(({ path }) => path === older)!
      await restore(here, backup, at('2026-11-13'))
      // What was put aside is the other PC's; it comes back before the shop of here does.
      await restore(here, await newestBackup(here), at('2026-11-14'))
    }
    await restore(here, mine, at('2026-11-15'))
    await workIn(here, at('2026-11-20'), async (call) => {
      expect([await consentOf(call, 1), await consentOf(call, 2)]).toEqual(['yes', 'yes'])
      expect((await call('newsletter.optOut', { text: code })).customerId).toBe(0)
      expect([await consentOf(call, 1), await consentOf(call, 2)]).toEqual(['yes', 'yes'])
      await importing(call, 'Name,Email,Phone,Newsletter\nBodo Berg,b@x.example,0402,yes')
      const { rows } = await call('customers.search', { text: 'Bodo' })
      expect(rows.map(({ mailConsent }) => mailConsent)).toEqual(['no'])
    })
  },
)

const newestBackup = async (path: string) =>
  (await listBackups(path)).reduce((last, one) => (one.atMs > last.atMs ? one : last))

interface Step {
  readonly where: 'before' | 'here' | 'there'
  readonly what: 'come' | 'move' | 'no' | 'yes'
  readonly who: number
}

/** What one copy knows of a person: the day of their standing no, and of the last time they were asked again. */
interface Known {
  email: string
  no: Day
  asked: Day
}

const count = runs(10)

test(`of two copies worked in apart, whichever goes on, no no is lost unless that person was asked later (${count.numRuns} runs)`, async () => {
  const where = fc.constantFrom<Step['where']>('before', 'here', 'there')
  const what = fc.constantFrom<Step['what']>('come', 'move', 'no', 'no', 'yes')
  const steps = fc.array(fc.record({ where, what, who: fc.nat(3) }), { minLength: 4, maxLength: 14 })
  await fc.assert(
    fc.asyncProperty(steps, fc.boolean(), async (all, isSwapped) => {
      const inOrder = all
        .toSorted((a, b) => Number(b.where === 'before') - Number(a.where === 'before'))
        .map((step, i) => ({ ...step, i, day: addDays('2026-11-02', i) }))
      const run = (known: Map<number, Known>, place: Step['where']) => async (call: Call) => {
        for (const { what: act, who, i, day } of inOrder.filter((step) => step.where === place)) {
          const ids = [...known.keys()]
          const id = ids[who % Math.max(1, ids.length)]
          const email = `p${i}@x.example`
          const details = { name: `Person ${'abcdefghijklmnop'[i]}`, email }
          if (act === 'come' || id === undefined) {
            const saved = await call('customers.save', details)
            known.set(saved.id, { email, no: '', asked: '' })
            continue
          }
          const person = known.get(id)!
          if (act === 'move') {
            await call('customers.save', { customerId: id, ...details })
            person.email = email
          } else if (act === 'no') {
            await answer(call, id, 'no', day)
            person.no = day
          } else {
            await answer(call, id, 'yes', day)
            Object.assign(person, { no: '', asked: day })
          }
        }
      }
      const base = new Map<number, Known>()
      const { here, there } = await twoCopies(run(base, 'before'), '2026-11-20')
      const copy = () => new Map([...base].map(([id, known]) => [id, { ...known }]))
      const [ours, theirs] = [copy(), copy()]
      await workIn(here, at('2026-11-24'), run(ours, 'here'))
      await workIn(there, at('2026-11-25'), run(theirs, 'there'))
      const [going, other] = isSwapped ? [theirs, ours] : [ours, theirs]
      const path = isSwapped ? there : here
      await stay(path, isSwapped ? here : there)
      await workIn(path, at('2026-11-26'), async (call) => {
        for (const [id, mine] of going) {
          const its = base.has(id) ? other.get(id)! : { no: '', asked: '' }
          const consent = await consentOf(call, id)
          const isLost = consent !== 'no' && (mine.no !== '' || (its.no !== '' && mine.asked <= its.no))
          expect(isLost, `no of ${id}`).toBe(false)
          // Nobody refuses because of what was asked again here, or of what another said there.
          const isOld = its.no === '' || its.no === base.get(id)!.no
          if (mine.asked !== '' && mine.no === '' && mine.asked > its.no && isOld)
            expect(consent, `yes of ${id}`).toBe('yes')
        }
        for (const [id, { email, no }] of other) {
          if (no === '' || base.has(id)) continue
          const again = await call('customers.save', { name: 'Somebody else', email })
          expect(await consentOf(call, again.id), `no under ${email}`).toBe('no')
        }
      })
    }),
    count,
  )
})
