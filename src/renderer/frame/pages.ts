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
import { createElement, lazy, useState, type ComponentType } from 'react'
import { actionsPage } from '../../core/actions/page.ts'
import { pages as menuPages, plainLabel, type PagePath } from '../../core/machine/menu-entries.ts'
import { TodayPage } from '../today/today-page.tsx'

const loads: (() => Promise<unknown>)[] = []

/** A page that is read when it is wanted, or before: one that was read is drawn at once, where a lazy one shows for 0.3 s that it is to come. */
function page<K extends string>(load: () => Promise<Record<K, ComponentType>>, name: K): ComponentType {
  let Component: ComponentType = lazy<ComponentType>(() =>
    load().then((module) => ({ default: module[name] })),
  )
  loads.push(async () => {
    Component = (await load())[name]
  })
  return function PageRead() {
    const [Shown] = useState(() => Component)
    return createElement(Shown)
  }
}

/** How each page is drawn; Today is loaded at once, the others when there is time, or when first opened. */
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

/** Loads the pages one after the other whenever the window has nothing to do, so that none is waited for when first opened. */
export async function loadPages(): Promise<void> {
  for (const load of loads) {
    await new Promise((idle) => requestIdleCallback(idle))
    // A page that cannot be loaded says so where it is opened.
    await load().catch(() => undefined)
  }
}
