import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstName } from '../../../src/core/greeting/first-name.ts'
import { withFieldsNamed } from '../../../src/core/newsletter/merge.ts'
import { runs } from '../../support/runs.ts'

/** Ways people, families and firms stand in shops' files; name, company, who is greeted ('' is the fallback). */
const onFile: readonly (readonly [name: string, greeted: string, company?: string])[] = [
  // a person, plainly
  ['Maria Anders', 'Maria', 'Alfreds Futterkiste'],
  ['Élodie Dubois', 'Élodie'],
  ['E\u0301lodie Dubois', 'Élodie'],
  ['Søren Kierk', 'Søren'],
  ['Łucja Wójcik', 'Łucja'],
  ['İpek Yıldız', 'İpek'],
  ['Jürgen Ångström', 'Jürgen'],
  ['José Luis García Pérez', 'José'],
  ['Anne-Marie Duval', 'Anne-Marie'],
  ['Hans-Peter Groß', 'Hans-Peter'],
  ['Jean-Luc Petit', 'Jean-Luc'],
  ['Priya Raman', 'Priya'],
  ['Mohammed Bilal Khan', 'Mohammed'],
  ['Ольга Смирнова', 'Ольга'],
  ['Μαρία Παππά', 'Μαρία'],
  ['Maria van der Berg', 'Maria'],
  ['Anna von Stein', 'Anna'],
  ['Sean O’Brien', 'Sean'],
  ["Fiona O'Neill", 'Fiona'],
  ['Mary E. Jones', 'Mary'],
  ['Mary E Jones', 'Mary'],
  ['Peter U. Lang', 'Peter'],
  ['  Maria\t Anders ', 'Maria'],
  ['Maria\r\nAnders', 'Maria'],
  ['Anna Martin', 'Anna'],
  ['Meyer, Paul Martin', 'Paul'],
  ['Thomas Hardy', 'Thomas'],
  ['Martin Sommer', 'Martin'],
  // with a form of address or a degree
  ['Frau Müller', ''],
  ['Frau Maria Müller', 'Maria'],
  ['Fr. Müller', ''],
  ['Herr Paul', ''],
  ['Herr Martin', ''],
  ['Herr Weber', ''],
  ['Hr. Weber', ''],
  ['Herrn Max Weber', 'Max'],
  ['Herr Dr. Weiss', ''],
  ['Dr. Weiss', ''],
  ['Dr Weiss', ''],
  ['Dr. Maria Anders', 'Maria'],
  ['Frau Prof. Maria Anders', 'Maria'],
  ['Prof. Dr. med. Weiss', ''],
  ['Prof. Dr. Hanna Weiss', 'Hanna'],
  ['Dipl.-Ing. Weiss', ''],
  ['Dipl.-Ing. Jens Weiss', 'Jens'],
  ['Mr Smith', ''],
  ['Mr. Smith', ''],
  ['Mrs. Mary Smith', 'Mary'],
  ['Ms Jones', ''],
  ['Miss Jones', ''],
  ['Mx. Jones', ''],
  ['Sir John', ''],
  ['Lady Grey', ''],
  ['Rev. Green', ''],
  ['Father Thomas', ''],
  ['M. Dupont', ''],
  ['Mme Dupont', ''],
  ['Madame Claire Dupont', 'Claire'],
  ['Monsieur et Madame Dupont', ''],
  ['Sr. García', ''],
  ['Sra. Ana García', 'Ana'],
  ['Señora García', ''],
  ['Don José', ''],
  ['Sig.ra Rossi', ''],
  ['Dott.ssa Giulia Rossi', 'Giulia'],
  ['Mevrouw de Vries', ''],
  ['Dhr. Jansen', ''],
  ['Pan Novák', ''],
  ['Fru Hansen', ''],
  ['Dr.', ''],
  ['Frau', ''],
  ['Frau Dr.', ''],
  ['Maria Anders, Dr.', 'Maria'],
  ['Maria Anders, MBA', 'Maria'],
  ['John Smith Jr.', 'John'],
  ['John Smith, Jr.', 'John'],
  ['John Smith III', 'John'],
  ['Mary Jones PhD', 'Mary'],
  // several people
  ['Familie Meyer', ''],
  ['Fam. Meyer', ''],
  ['Meyer Familie', ''],
  ['The Smith Family', ''],
  ['The Smiths', ''],
  ['Famille Dupont', ''],
  ['Familia García', ''],
  ['Famiglia Rossi', ''],
  ['Herr und Frau Lang', ''],
  ['Mr & Mrs Lang', ''],
  ['Mr and Mrs Lang', ''],
  ['Anna und Max Lang', ''],
  ['Anna u. Max Lang', ''],
  ['Anna & Max', ''],
  ['Anna + Max Lang', ''],
  ['Anna/Max Lang', ''],
  ['Anna, Max', ''],
  ['Anna Meyer, Max Lang', ''],
  ['Ana y Juan García', ''],
  ['Marie et Pierre Dupont', ''],
  ['Maria e Paolo Rossi', ''],
  ['Anna a Petr Novák', ''],
  ['Anna en Piet Jansen', ''],
  ['Anna og Per Hansen', ''],
  ['Eheleute Anna Lang', ''],
  ['Geschwister Lang', ''],
  ['Erben Anna Lang', ''],
  ['Anna Lang Erben', ''],
  ['Estate of Anna Lang', ''],
  ['Anna Lang (verstorben)', ''],
  ['Anna Lang verstorben', ''],
  ['Anna R.I.P.', ''],
  ['Anna RIP', ''],
  ['Angela M.', 'Angela'],
  // the surname first
  ['Anders, Maria', 'Maria'],
  ['Martin, Anna', 'Anna'],
  ['Meyer, Dr. Anna', 'Anna'],
  ['van der Berg, Anna', 'Anna'],
  ['Meyer, Anna und Max', ''],
  ['Meyer, A.', ''],
  ['Meyer,', ''],
  [', Anna', ''],
  ['Martin Anna', ''],
  ['Meyer Anna', ''],
  ['Szabó Győző', ''],
  ['Иванов Иван Иванович', ''],
  ['DUPONT Jean', ''],
  // two names that are both: nobody can tell which comes first
  ['Paul Simon', ''],
  ['Peter Martin', ''],
  ['Martin Paul', ''],
  ['Werner Peter', ''],
  ['Ernst August', ''],
  ['Jordan Kim', ''],
  ['Kim Min-jun', ''],
  ['Kim Jong', ''],
  ['Lee Min-ho', ''],
  ['Sofia Min-jun', ''],
  // in capitals or small letters
  ['MAX', ''],
  ['ANNA', ''],
  ['MAX MUSTERMANN', 'Max'],
  ['ANNE-MARIE DUVAL', 'Anne-Marie'],
  ['MUSTERMANN MAX', ''],
  ['anna schmidt', 'Anna'],
  ['Jean DUPONT', 'Jean'],
  // one word
  ['Anna', 'Anna'],
  ['Cher', 'Cher'],
  ['Zoë', 'Zoë'],
  ['Müller', ''],
  ['Weber', ''],
  ['Martin', ''],
  ['Otto', ''],
  ['Paul', ''],
  ['Martin,', ''],
  ['Kunde', ''],
  ['Test', ''],
  ['X', ''],
  // initials
  ['J. Brown', ''],
  ['J Brown', ''],
  ['J.R. Brown', ''],
  ['JR Brown', ''],
  ['Dr. J. Brown', ''],
  // firms, offices, places
  ['Alfreds Futterkiste', '', 'Alfreds Futterkiste'],
  ['Alfreds Futterkiste', ''],
  ['Bäckerei Müller', ''],
  ['Chelsea FC', ''],
  ['Anna SV', ''],
  ['Victoria Station', ''],
  ['Maria Hilf', ''],
  ['Emma Matratzen', ''],
  ['Anna Schuhe', ''],
  ['Anna Bäckerei', ''],
  ['Anna Dorfbäckerei', ''],
  ['Victoria Apotheke', ''],
  ['Viktoria-Apotheke', ''],
  ['Ernst Handel', ''],
  ['Peter Lang Verlag', ''],
  ['Peter Schmidt GmbH', ''],
  ['Peter Schmidt e.K.', ''],
  ['Max Lang e. K.', ''],
  ['Maria Ltd.', ''],
  ['Brown & Sons', ''],
  ['Brown and Sons', ''],
  ['Paul Meyer Söhne', ''],
  ['Gebrüder Lang', ''],
  ['Café Anna', ''],
  ['Anna’s Café', ''],
  ['Pizzeria Bella Napoli', ''],
  ['Bella Italia', ''],
  ['The Bakery', ''],
  ['Old World Delicatessen', ''],
  ['Bottom-Dollar Markets', ''],
  ['White Clover Markets', ''],
  ['Blauer See Delikatessen', ''],
  ['Wilman Kala', ''],
  ['Let’s Stop N Shop', ''],
  ['Anna Meyer', '', 'Anna Meyer Fotografie'],
  ['Anna Meyer', 'Anna', 'Lang KG'],
  ['Hausverwaltung Lang', ''],
  ['Team Einkauf', ''],
  ['Stadt Köln', ''],
  ['Kirchengemeinde St. Martin', ''],
  ['Cash customer', ''],
  ['Walk-in', ''],
  ['info@shop.example', ''],
  ['anna.meyer@shop.example', ''],
  ['c/o Anna Meyer', ''],
  ['z. Hd. Anna Meyer', ''],
  // what is no name
  ['', ''],
  ['   ', ''],
  ['-', ''],
  ['...', ''],
  ['4711', ''],
  ['Anna 2', ''],
  ['Anna2 Meyer', ''],
  ['Table 5', ''],
  ['+49 30 123456', ''],
  ['🌸', ''],
  ['Anna 🌸', ''],
  ['👩‍🍳 Anna Meyer', ''],
  ['"Anna" Meyer', ''],
  ['=Anna()', ''],
  ['<b>Anna</b> Meyer', ''],
  ['{{first name}}', ''],
  // other orders and scripts: in doubt the fallback
  ['王 小明', ''],
  ['佐藤 美咲', ''],
  ['김민수', ''],
  ['محمد علي', ''],
  ['السيد أحمد', ''],
  ['عبد الله', ''],
  ['דוד כהן', ''],
  ['สมชาย ใจดี', ''],
  ['Van Morrison', ''],
  ['De Vries', ''],
  ['Abdul Rahman', ''],
  ['Abu Bakr', ''],
  // longer than any name
  [`Anna ${'a'.repeat(600)}`, ''],
  ['Anna '.repeat(120), ''],
  ['x'.repeat(600), ''],
]

test(`${onFile.length} ways people are on file: a sure first name or the fallback, never a wrong one`, () => {
  const got = onFile.map(([name, , company = '']) => [name, firstName(name, company)])
  expect(got).toEqual(onFile.map(([name, greeted]) => [name, greeted]))
})

const count = runs(500)
const given = fc.constantFrom('Anna', 'Maria', 'Peter', 'Élodie', 'José', 'Zoë', 'Anne-Marie', 'Jürgen')
const surname = fc.constantFrom('Müller', 'Smith', 'van der Berg', 'O’Brien', 'García Pérez', 'Weiß', 'Hill')
const address = fc.constantFrom('Frau', 'Herr', 'Herr Dr.', 'Dr.', 'Mr', 'Mrs.', 'Mme', 'Sra.', 'Prof. Dr.')
const trade = fc.constantFrom('GmbH', 'Bakery', 'Bäckerei', 'Ltd', 'Family', 'Familie', '& Söhne', 'Apotheke')

test(`a given name is greeted before a surname, behind a title and behind a comma (${count.numRuns} runs)`, () => {
  fc.assert(
    fc.property(given, surname, address, (first, last, title) => {
      for (const name of [`${first} ${last}`, `${last}, ${first}`]) expect(firstName(name, '')).toBe(first)
      // Mrs Peter Smith is his wife.
      const isMans = ['Peter', 'Jürgen'].includes(first)
      const isHis = isMans
        ? ['Frau', 'Mrs.', 'Mme', 'Sra.'].includes(title)
        : first !== 'José' && ['Herr', 'Herr Dr.', 'Mr'].includes(title)
      expect(firstName(`${title} ${first} ${last}`, '')).toBe(isHis ? '' : first)
    }),
    count,
  )
})

test(`no surname, title, family or firm is greeted, wherever its words stand (${count.numRuns} runs)`, () => {
  fc.assert(
    fc.property(given, surname, address, trade, (first, last, title, firm) => {
      for (const name of [
        `${title} ${last}`,
        `${title} ${first}`,
        title,
        `The ${last} ${firm}`,
        `The ${first} ${firm}`,
        `${firm} ${last}`,
        `${first} ${last} ${firm}`,
        `${firm} ${first} ${last}`,
        `${title} ${first} and ${title} ${last}`,
      ])
        expect(firstName(name, '')).toBe('')
      expect(firstName(`${first} ${last}`, `${first} ${last} ${firm}`)).toBe('')
    }),
    count,
  )
})

test(`whatever is typed, a greeting is one short word of the name without figures (${count.numRuns} runs)`, () => {
  const word = fc.oneof(
    given,
    surname,
    address,
    trade,
    fc.constantFrom('The', 'und', ',', '7', 'Anna7', 'M.'),
  )
  const typed = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(word, { maxLength: 5 }).map((words) => words.join(' ')),
  )
  fc.assert(
    fc.property(typed, typed, (name, company) => {
      const greeted = firstName(name, company)
      if (greeted === '') return
      expect(greeted).toMatch(/^[\p{L}\p{M}-]{2,60}$/u)
      expect(name.normalize('NFC').toLowerCase()).toContain(greeted.toLowerCase())
      expect(['the', 'frau', 'herr', 'mr', 'mme', 'müller', 'gmbh']).not.toContain(greeted.toLowerCase())
    }),
    count,
  )
})

test('where a newsletter is called by its subject, a field is called by its name', () => {
  expect(withFieldsNamed('For {{first name}}, {{ First-Name | friend }} and {{city}}')).toBe(
    'For [First name], [First name] and {{city}}',
  )
  expect(withFieldsNamed('Bread')).toBe('Bread')
})
