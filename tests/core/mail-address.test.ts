import { domainToASCII } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mailKey } from '../../src/core/customers/person.ts'
import { asciiAddress, isMailAddress } from '../../src/core/mail-address.ts'
import { runs } from '../support/runs.ts'

test('an address is written as mail servers know it', () => {
  const written: Readonly<Record<string, string>> = {
    'K@KÄSE.example': 'K@xn--kse-qla.example',
    ' k@xn--kse-qla.example ': 'k@xn--kse-qla.example',
    'a@faß.example': 'a@xn--fa-hia.example',
    'a@ﬁne。example': 'a@fine.example',
    'a@bücher.例え.example': 'a@xn--bcher-kva.xn--r8jz45g.example',
    'no address': 'no address',
    ümlaut: 'ümlaut',
  }
  for (const [given, ascii] of Object.entries(written)) expect(asciiAddress(given)).toBe(ascii)
})

test('one mailbox has one key, however it is written', () => {
  for (const email of [
    'K@KÄSE.example',
    'k@xn--kse-qla.example',
    ' ｋ@käse.example. ',
    'K@XN--KSE-QLA.example',
  ])
    expect(mailKey(email)).toBe('k@xn--kse-qla.example')
  for (const email of ['', 'k', '@x.example', 'k k@x.example', 'a@x.example, b@x.example'])
    expect(mailKey(email)).toBe('')
  expect(mailKey('k+shop@x.example')).not.toBe(mailKey('k@x.example'))
})

test('domains in any script become what Node makes of them', () => {
  // Letters as people have them in domains; the rarest ones are mapped by a table that is larger than this program's rules.
  const letter = fc.constantFrom(...'abzäöüßéñçøłđőžșİЖяЩάώΣςéשלغ한글日本語ひカ例กอ-09AZÄÖÜ')
  const label = fc.string({ unit: letter, minLength: 1, maxLength: 20 })
  let tried = 0
  fc.assert(
    fc.property(fc.array(label, { minLength: 1, maxLength: 3 }), (labels) => {
      const domain = `${labels.join('.')}.example`
      const wanted = domainToASCII(domain)
      // Node refuses what no registry gives out, such as labels that mix directions.
      if (wanted === '') return
      tried++
      expect(asciiAddress(`a@${domain}x`.slice(0, -1))).toBe(
        /^[ -~]*$/.test(domain) ? `a@${domain}` : `a@${wanted}`,
      )
      expect(mailKey(`A@${domain}`)).toBe(mailKey(`a@${wanted}`))
      expect(mailKey(mailKey(`A@${domain}`))).toBe(mailKey(`A@${domain}`))
    }),
    runs(1000),
  )
  expect(tried).toBeGreaterThan(100)
})

test('what is written in ASCII is taken by a mail program or not, as before', () => {
  fc.assert(
    fc.property(fc.emailAddress(), (email) => {
      expect(asciiAddress(email)).toBe(email)
      expect(isMailAddress(asciiAddress(email.replace('@', '@ä.')))).toBe(
        isMailAddress(email.replace('@', '@xn--4ca.')),
      )
    }),
    runs(200),
  )
})
