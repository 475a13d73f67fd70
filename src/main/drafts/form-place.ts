import { actionsPage } from '../../core/actions/page.ts'
import { whoTheyAre } from '../../core/customers/naming-words.ts'
import { customerPage } from '../../core/customers/page.ts'
import { productPage } from '../../core/stock/page.ts'

/** Where a form that was not saved is opened again. */
export interface FormPlace {
  /** What it is: "Letter, half typed". */
  readonly thing: string
  /** Whose it is. */
  readonly customerId: number | null
  readonly page: string
  /** Fields that tell who somebody else is. */
  readonly names: readonly string[]
}

interface Kind {
  readonly called: string
  readonly page: string | ((id: number) => string)
  readonly isCustomers?: true
  readonly names?: readonly string[]
}

const ofCustomer = (called: string) => ({ called, page: customerPage, isCustomers: true }) as const

/** Forms by the word before their number; of all others Today is the page, from which each is opened. */
const kinds: Readonly<Record<string, Kind>> = {
  customer: { ...ofCustomer('Customer'), names: whoTheyAre },
  letter: ofCustomer('Letter'),
  touch: ofCustomer('Contact'),
  'touch-note': ofCustomer('Contact'),
  consent: ofCustomer('Answer'),
  'sent-by': ofCustomer('Who sent them'),
  consents: { called: 'Answer', page: '/customers' },
  tier: { called: 'Tier', page: '/settings' },
  promise: ofCustomer('Promise'),
  'change-promise': { called: 'Promise', page: '/promises' },
  'warn-promise': { called: 'Promise', page: '/promises' },
  break: { called: 'Promise', page: '/promises' },
  close: { called: 'Promise', page: '/promises' },
  'action:customer': ofCustomer('To do'),
  action: { called: 'To do', page: actionsPage },
  finish: { called: 'To do', page: actionsPage },
  issue: { called: 'Newsletter', page: '/newsletter' },
  line: { called: 'Checklist line', page: '/checklists' },
  product: { called: 'Product', page: productPage },
  special: { called: 'Special day', page: '/hours' },
  pause: { called: 'Pause', page: '/hours' },
  log: { called: 'Hours', page: '/hours' },
  why: { called: 'Hours', page: '/hours' },
  words: { called: 'Words', page: '/settings' },
  voice: { called: 'Voice', page: '/settings' },
  settings: { called: 'Settings', page: '/settings' },
}

const unknown: Kind = { called: 'Form', page: '/' }

/** Where a form is seen, by its name: `letter:12:thanks`. */
export function formPlace(form: string): FormPlace {
  const [, word = '', number] = /^(.*?)(?::(\d+)(?::.*)?)?$/su.exec(form) ?? []
  const { called, page, isCustomers, names = [] } = kinds[word] ?? kinds[word.split(':')[0]!] ?? unknown
  const id = number === undefined ? null : Number(number)
  const seen = typeof page === 'string' ? page : id === null ? page(0).split('?')[0]! : page(id)
  return {
    thing: `${called}, half typed`,
    customerId: isCustomers ? id : null,
    page: seen,
    names,
  }
}
