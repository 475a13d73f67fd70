/** One of two records that a pair is made of, as a list has them. */
export interface Told {
  readonly number?: string
  readonly name: string
  readonly company?: string
  readonly mail?: string
  readonly phone?: string
  readonly street?: string
  readonly postcode?: string
  readonly city?: string
}

/** Two records of two lists, and whether they are one person. */
export interface LabelledPair {
  readonly kind: string
  readonly isOne: boolean
  readonly first: Told
  readonly second: Told
}

const words = (text: string): readonly string[] => text.trim().split(/\s+/)

const women =
  words(`Johanna Katharina Magdalena Franziska Elisabeth Gabriele Christine Veronika Friederike Annemarie Caterina
  Giovanna Beatrice Margherita Genevieve Marguerite Charlotte Madeleine Penelope Josephine Florence Victoria Marijke Wilhelmina
  Agnieszka Bozena Jadwiga Ludmila Zuzana Ingeborg`)
const men =
  words(`Bernhard Wolfgang Sebastian Maximilian Ferdinand Leonhard Theodor Heinrich Friedrich Konstantin Lorenzo Vincenzo
  Salvatore Guillaume Frederic Christophe Nathaniel Jonathan Benjamin Frederick Hendrik Willem Zbigniew Krzysztof Stanislaw Vladimir
  Bohumil Torsten Gunnar Rasmus`)
const lasts =
  words(`Bergmann Vogelsang Lindemann Hoffmeister Kirchner Steinbach Brandstetter Obermaier Schubert Wagenknecht Falkenberg
  Rosenthal Baumgartner Ziegler Dittrich Eichhorn Grunwald Hartwig Jablonski Kowalczyk Lewandowski Moretti Ferrara Giordano Rinaldi
  Colombo Dubois Lefevre Marchand Fontaine Chevalier Whitfield Hathaway Pemberton Ashworth Bradshaw Vandenberg Terpstra Hoekstra
  Lindqvist Sorensen Novotny Prochazka Horvath Petrescu Almeida Carvalho Figueroa Valdivia Zamorano`)
const cities = words('Bremen Kassel Ulm Linz Graz Basel Lyon Parma Gent Leeds')

/** The 1,000 pairs, the same each time. */
export function labelledPairs(): readonly LabelledPair[] {
  const pairs: LabelledPair[] = []
  const add = (count: number, kind: string, isOne: boolean, make: (p: Person, n: number) => Two) => {
    for (let n = 0; n < count; n++) {
      const [first, second] = make(personOf(pairs.length), n)
      pairs.push({ kind, isOne, first, second })
    }
  }
  add(110, 'a slip of a key in the name', true, slips)
  add(70, 'the name turned round', true, (p, n) => [
    { name: p.name, ...reach(p, n) },
    { name: n % 2 ? `${p.last}, ${p.first}` : `${p.last} ${p.first}`, ...reach(p, n) },
  ])
  add(80, 'married: another last name', true, (p, n) => [
    { name: `${p.woman} ${p.last}`, ...place(p), ...reach(p, n % 2) },
    { name: `${p.woman} ${p.otherLast}`, ...reach(p, n % 2) },
  ])
  add(50, 'a doubled last name', true, (p, n) => [
    { name: `${p.woman} ${p.last}`, ...reach(p, n % 2) },
    { name: `${p.woman} ${p.last}-${p.otherLast}`, ...reach(p, n % 2) },
  ])
  add(50, 'the first name shortened', true, (p, n) => [
    { name: p.name, ...reach(p, n), ...place(p) },
    { name: `${p.first[0]!}. ${p.last}`, ...reach(p, n), city: p.city },
  ])
  add(60, 'another spelling', true, spelled)
  add(100, 'numbers of two programs', true, (p, n) => [
    { number: String(100 + ((n * 37) % 900)), name: p.name, ...reach(p, n) },
    { number: `W-${20_000 + n}`, name: n % 3 ? p.name : p.name.toUpperCase(), ...reach(p, n), city: p.city },
  ])
  add(60, 'the same name and town, nothing else in both', true, (p, n) => [
    { name: p.name, city: p.city, ...(n % 2 ? { phone: p.phone } : place(p)) },
    { name: p.name, city: p.city, mail: p.mail },
  ])
  add(30, 'the last name alone', true, (p, n) => [
    { name: p.name, ...reach(p, n % 2) },
    { name: n % 2 ? p.last : `Frau ${p.last}`, ...reach(p, n % 2) },
  ])
  add(30, 'a slip in phone or mail address', true, (p, n) => [
    { name: p.name, city: p.city, phone: p.phone, mail: p.mail },
    n % 2
      ? { name: p.name, city: p.city, phone: slip(p.phone.replace(' ', ''), 6) }
      : { name: p.name, city: p.city, mail: p.mail.replace('example', 'exmaple') },
  ])
  add(80, 'a couple at one address', false, (p, n) => [
    { name: `${p.woman} ${p.last}`, ...place(p), ...shared(p, n) },
    { name: `${p.man} ${p.last}`, ...place(p), ...shared(p, n) },
  ])
  add(80, 'a family with one phone', false, (p, n) => [
    { name: `${p.woman} ${p.last}`, phone: p.phone, ...(n % 2 ? place(p) : {}) },
    { name: `${n % 3 ? p.otherWoman : p.man} ${p.last}`, phone: p.phone, ...(n % 4 ? { mail: p.mail } : {}) },
  ])
  add(60, 'father and son', false, (p, n) => [
    { name: `${p.man} ${p.last}${n % 3 === 0 ? ' sen.' : ''}`, ...place(p), phone: p.phone },
    {
      name: n % 3 === 2 ? `${p.otherMan} ${p.last}` : `${p.man} ${p.last} jun.`,
      ...place(p),
      phone: p.phone,
    },
  ])
  add(40, 'two numbers of one program', false, (p, n) => [
    { number: String(1000 + n), name: p.name, city: p.city, ...(n % 2 ? { phone: p.phone } : {}) },
    {
      number: String(3000 + n * 7),
      name: p.name,
      city: p.city,
      ...(n % 2 ? { mail: p.mail } : { street: 'Am Tor 3' }),
    },
  ])
  add(60, 'namesakes in one town', false, (p, n) => [
    { name: p.name, city: p.city, phone: p.phone, mail: p.mail, ...(n % 2 ? place(p) : {}) },
    {
      name: p.name,
      city: p.city,
      phone: p.otherPhone,
      mail: p.otherMail,
      ...(n % 2 ? { street: 'Am Tor 3' } : {}),
    },
  ])
  add(40, 'colleagues with one switchboard', false, (p, n) => [
    { name: `${p.woman} ${p.last}`, ...firm(p), ...(n % 2 ? place(p) : {}) },
    { name: `${n % 3 ? p.woman : p.man} ${p.otherLast}`, ...firm(p), ...(n % 2 ? place(p) : {}) },
  ])
  return pairs
}

type Two = readonly [Told, Told]
type Person = ReturnType<typeof personOf>

/** Nobody of two pairs has name, phone, address or house of another. */
function personOf(n: number) {
  const at = (list: readonly string[], step: number) =>
    list[(n * step + Math.floor(n / list.length)) % list.length]!
  const [woman, man, last] = [at(women, 7), at(men, 11), `${at(lasts, 13)}${letters(n)}`]
  const otherLast = `${at(lasts, 17).replace(/^./, 'R')}${letters(n + 1000)}`
  const first = n % 2 ? woman : man
  const number = 100_000 + n * 811
  const city = at(cities, 3)
  return {
    first,
    last,
    otherLast,
    woman,
    man,
    otherWoman: women[(women.indexOf(woman) + 9) % women.length]!,
    otherMan: men[(men.indexOf(man) + 9) % men.length]!,
    name: `${first} ${last}`,
    phone: `0${201 + (n % 700)} ${number}`,
    otherPhone: `0${901 - (n % 700)} ${1_000_000 - n * 577}`,
    mail: `${first}.${last}${n}@post.example`.toLowerCase(),
    otherMail: `${last[0]!}${n}@brief.example`.toLowerCase(),
    street: `Lange Gasse ${n + 1}`,
    postcode: String(10_000 + n * 7),
    city,
  }
}

/** An ending that makes a last name one of its own: two letters by the number. */
const letters = (n: number): string =>
  `${'abdefgiklmnoprstuwz'[n % 19]!}${'aeiouaeiou'[Math.floor(n / 19) % 10]!}${'lmnrst'[Math.floor(n / 190) % 6]!}`

const place = ({ street, postcode, city }: Person) => ({ street, postcode, city })
/** How both records reach one person: by mail, by phone or at home. */
const reach = (p: Person, n: number) => [{ mail: p.mail }, { phone: p.phone }, place(p)][n % 3]!
/** What a couple shares. */
const shared = (p: Person, n: number) => [{ phone: p.phone }, { mail: p.mail, phone: p.phone }, {}][n % 3]!
const firm = (p: Person) => ({
  company: `${p.last} & Partner`,
  phone: p.phone,
  mail: `info@${p.last}.example`.toLowerCase(),
})

const slip = (word: string, at: number): string =>
  word.slice(0, at) + word[at + 1]! + word[at]! + word.slice(at + 2)

function slips(p: Person, n: number): Two {
  const at = 2 + (n % 3)
  const { last } = p
  const wrong = [
    slip(last, last[at] === last[at + 1] ? at + 1 : at),
    last.slice(0, at) + last.slice(at + 1),
    `${last.slice(0, at)}x${last.slice(at)}`,
    `${last.slice(0, at)}x${last.slice(at + 1)}`,
  ][n % 4]!
  return [
    { name: p.name, ...reach(p, n) },
    { name: n % 5 === 4 ? `${slip(p.first, 2)} ${last}` : `${p.first} ${wrong}`, ...reach(p, n) },
  ]
}

function spelled(p: Person, n: number): Two {
  const [one, other] = [
    ['Jürgen Möller', 'Juergen Moeller'],
    ['Sofie Meier', 'Sophie Meyer'],
    ['Günther Weiß', 'Gunther Weiss'],
    ['Karl Schmidt', 'Carl Schmitt'],
    ['Anne-Marie Lévy', 'Annemarie Levy'],
    ['Stefan Thoma', 'Stephan Toma'],
  ][n % 6]!
  return [
    { name: `${one!}${letters(n)}`, ...reach(p, n) },
    { name: `${other!}${letters(n)}`, ...reach(p, n) },
  ]
}
