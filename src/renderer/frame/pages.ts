import {
  type Icon,
  IconHeartHandshake,
  IconCalendarCheck,
  IconChecklist,
  IconClockHour7,
  IconMail,
  IconPackage,
  IconSettings,
  IconUsers,
} from '@tabler/icons-react'
import { lazy, type ComponentType } from 'react'
import { actionsPage } from '../../core/actions/page.ts'
import { pages as menuPages, plainLabel, type PagePath } from '../../core/machine/menu-entries.ts'
import { TodayPage } from '../today/today-page.tsx'

const page = <K extends string>(load: () => Promise<Record<K, ComponentType>>, name: K) =>
  lazy(() => load().then((module) => ({ default: module[name] })))

/** How each page is drawn; Today is loaded at once, the others when first opened. */
const drawn: Readonly<Record<PagePath, { readonly Icon: Icon; readonly Component: ComponentType }>> = {
  '/': { Icon: IconCalendarCheck, Component: TodayPage },
  '/hours': {
    Icon: IconClockHour7,
    Component: page(() => import('../hours/hours-page.tsx'), 'HoursPage'),
  },
  '/stock': {
    Icon: IconPackage,
    Component: page(() => import('../stock/stock-page.tsx'), 'StockPage'),
  },
  '/promises': {
    Icon: IconHeartHandshake,
    Component: page(() => import('../promises/promises-page.tsx'), 'PromisesPage'),
  },
  '/customers': {
    Icon: IconUsers,
    Component: page(() => import('../customers/customers-page.tsx'), 'CustomersPage'),
  },
  '/newsletter': {
    Icon: IconMail,
    Component: page(() => import('../newsletter/newsletter-page.tsx'), 'NewsletterPage'),
  },
  '/checklists': {
    Icon: IconChecklist,
    Component: page(() => import('../checklists/checklists-page.tsx'), 'ChecklistsPage'),
  },
  '/settings': {
    Icon: IconSettings,
    Component: page(() => import('../settings/settings-page.tsx'), 'SettingsPage'),
  },
}

/** The pages of the frame, in the order of the left side. */
export const pages = menuPages.map(({ path, label }) => ({ path, name: plainLabel(label), ...drawn[path] }))

/** Pages that are asked for now and then: not on the left side. */
export const quietPages = [
  {
    path: actionsPage,
    name: 'To do',
    Component: page(() => import('../actions/actions-page.tsx'), 'ActionsPage'),
  },
  {
    path: '/history',
    name: 'History',
    Component: page(() => import('../history/history-page.tsx'), 'HistoryPage'),
  },
  {
    path: '/attributions',
    name: 'Attributions',
    Component: page(() => import('./attributions-page.tsx'), 'AttributionsPage'),
  },
] as const
