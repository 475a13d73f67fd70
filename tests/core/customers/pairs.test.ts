import { expect, test } from 'vitest'
import { pairPerson, type PairRow } from '../../../src/core/customers/pair-person.ts'
import { pairSigns } from '../../../src/core/customers/pair-signs.ts'
import { pairReason } from '../../../src/core/customers/pairs.ts'

const person = (row: Partial<PairRow>) =>
  pairPerson({
    name: 'Anna Berg',
    company: '',
    email: '',
    otherMails: '',
    phone: '',
    street: '',
    city: '',
    postcode: '',
    birthday: '',
    sourceId: '',
    broughtFields: 0,
    earlierValues: '',
    asideSinceMs: null,
    ...row,
  })

test.each<[Partial<PairRow>, Partial<PairRow>, string | null]>([
  [{ email: 'a@x.example' }, { email: 'A@X.example' }, 'same mail address, same name'],
  [
    { email: 'a@x.example' },
    { email: 'b@x.example', otherMails: 'a@x.example' },
    'same mail address, same name',
  ],
  [{ email: 'anna.berg@x.example' }, { email: 'anna.berg@y.example' }, 'mail addresses alike, same name'],
  [{ phone: '0221 471112' }, { phone: '+49 221 471112' }, 'same phone, same name'],
  [{ phone: '0221 471112' }, { phone: '0221 471121' }, 'phones alike, same name'],
  [
    { street: 'Hauptstr. 5', city: 'Köln' },
    { street: 'Haupt-Straße 5', city: 'Koln' },
    'same address, same name',
  ],
  [{ street: 'Hauptstr. 5', city: 'Köln' }, { street: 'Hauptstr. 5', city: 'Ulm' }, null],
  [{ birthday: '1980-03-14' }, { birthday: '--03-14' }, 'same birthday, same name'],
  [{ birthday: '1980-03-14', city: 'Ulm' }, { birthday: '1950-03-14', city: 'Ulm' }, null],
  [
    { name: 'Anna Klein', birthday: '1980-03-14', city: 'Ulm' },
    { birthday: '1980-03-14', city: 'Ulm' },
    'same birthday, same city, same first name, another last name',
  ],
  [{ city: 'Ulm', phone: '0731 471112' }, { city: 'Ulm', email: 'a@x.example' }, 'same city, same name'],
  [{ city: 'Ulm', phone: '0731 471112' }, { city: 'Ulm', phone: '0731 990011' }, null],
  [{ city: 'Ulm', sourceId: '17' }, { city: 'Ulm', sourceId: '38' }, null],
  [{ city: 'Ulm', sourceId: '17' }, { city: 'Ulm', sourceId: 'K-38' }, 'same city, same name'],
  [{ city: 'Ulm' }, {}, 'same name'],
  // What sounds the same and is spelt in another way is to be looked at.
  [
    { name: 'Anna Bergg', phone: '0221 471112' },
    { name: 'Anna Berg', phone: '0221 471112' },
    'same phone, names alike',
  ],
  [
    { name: 'Ana Meyer', email: 'a@x.example' },
    { name: 'Meier, Ana', email: 'a@x.example' },
    'same mail address, names alike',
  ],
  [
    { name: 'Jörg Müller', email: 'a@x.example' },
    { name: 'MUELLER JOERG', email: 'a@x.example' },
    'same mail address, same name turned round',
  ],
  [{ city: 'Ulm' }, { city: 'Bonn' }, null],
  [
    { name: 'a@x.example', email: 'a@x.example' },
    { email: 'a@x.example' },
    'same mail address, one has no name',
  ],
  [
    { name: 'Anna Klein', company: 'Berg KG', phone: '0221 471112' },
    { company: 'Berg KG', phone: '0221 471112' },
    null,
  ],
  [{ phone: '0221 471112', asideSinceMs: 1 }, { phone: '0221 471112', asideSinceMs: 2 }, null],
  [
    { name: 'Bert Berg', email: 'a@x.example', phone: '0221 471112' },
    { email: 'a@x.example', phone: '0221 471112' },
    null,
  ],
])('%j and %j: %s', (one, other, why) => {
  const [a, b] = [person(one), person(other)]
  expect(pairReason(a, b)?.why ?? null).toBe(why)
  expect(pairReason(b, a)).toEqual(pairReason(a, b))
  // Nobody is compared who shares no sign.
  const signs = new Set(pairSigns(b))
  if (why !== null) expect(pairSigns(a).some((sign) => signs.has(sign))).toBe(true)
})
