import type { Harm } from '../../core/today/order.ts'
import type { Mark } from '../ui/state-mark.tsx'

interface HarmWords {
  readonly label: string
  readonly mark: Mark
  readonly plural: (count: number) => string
}

const counted = (one: string, many: string) => (count: number) => (count === 1 ? one : many)

/** How each kind of harm is called and marked. */
export const harmWords: Readonly<Record<Harm, HarmWords>> = {
  hours: { label: 'Hours', mark: 'risk', plural: counted('thing about the hours', 'things about the hours') },
  'promise-overdue': {
    label: 'Overdue',
    mark: 'broken',
    plural: counted('promise overdue', 'promises overdue'),
  },
  'promise-at-risk': { label: 'At risk', mark: 'risk', plural: counted('at risk', 'at risk') },
  'use-by': {
    label: 'Use-by passed',
    mark: 'broken',
    plural: counted('past its use-by', 'past their use-by'),
  },
  'best-before': {
    label: 'Best-before',
    mark: 'risk',
    plural: counted('past its best-before', 'past their best-before'),
  },
  'pull-today': { label: 'Pull today', mark: 'risk', plural: counted('to pull', 'to pull') },
  'promise-today': { label: 'Due today', mark: 'none', plural: counted('promise due', 'promises due') },
  person: {
    label: 'Get in touch',
    mark: 'none',
    plural: counted('customer to contact', 'customers to contact'),
  },
  holidays: {
    label: 'Holidays',
    mark: 'none',
    plural: counted('word about holidays', 'words about holidays'),
  },
  newsletter: { label: 'Newsletter', mark: 'none', plural: counted('newsletter due', 'newsletters due') },
  checklist: {
    label: 'Checklist',
    mark: 'none',
    plural: counted('checklist to print', 'checklists to print'),
  },
}
