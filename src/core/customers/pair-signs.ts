import type { PairPerson } from './pair-person.ts'
import { shortestNational } from './phones.ts'
import { shortSign, signOf } from './sign.ts'

/** More customers than this under one sign are not looked at: it says too little. */
export const mostOfAPairSign = 24

const mostWords = 4

/**
 * What two who may be one person share, as numbers: an address, the end of a phone, a place, a name in whatever order, or a word of it in one
 * city. Only those who share one are compared.
 */
export function pairSigns(person: PairPerson): readonly number[] {
  const { name, earlierNames, mails, phones, street, city, postcode, company } = person
  const names = [name, ...earlierNames].map(({ words }) => [...words.join('')].toSorted().join(''))
  const texts = [
    ...mails.map((mail) => `m ${mail}`),
    ...phones.map(({ bare }) => `p ${bare.slice(-shortestNational)}`),
    ...(street === '' ? [] : [postcode, city].filter((one) => one !== '').map((one) => `a ${street} ${one}`)),
    ...(company === '' ? [] : [`f ${company}`]),
    ...names.flatMap((letters) => [`n ${letters}`, ...(city === '' ? [] : [`c ${city} ${letters}`])]),
    ...(city === ''
      ? []
      : name.words
          .slice(0, mostWords)
          .filter((word) => word.length > 2)
          .map((word) => `w ${city} ${word}`)),
  ]
  return [...new Set(texts.map((text) => Number.parseInt(shortSign(signOf(text)), 16)))]
}
