import {
  IconHeartHandshake,
  IconCalendarCheck,
  IconChecklist,
  IconClockHour7,
  IconMail,
  IconPackage,
  IconSettings,
  IconUsers,
} from '@tabler/icons-react'
import { lazy } from 'react'
import { TodayPage } from '../today/today-page.tsx'

/** The pages of the frame, in the order of the left side; Today is loaded at once, the others when first opened. */
export const pages = [
  { path: '/', name: 'Today', Icon: IconCalendarCheck, Component: TodayPage },
  {
    path: '/hours',
    name: 'Hours',
    Icon: IconClockHour7,
    Component: lazy(() => import('../hours/hours-page.tsx').then((m) => ({ default: m.HoursPage }))),
  },
  {
    path: '/stock',
    name: 'Stock',
    Icon: IconPackage,
    Component: lazy(() => import('../stock/stock-page.tsx').then((m) => ({ default: m.StockPage }))),
  },
  {
    path: '/promises',
    name: 'Promises',
    Icon: IconHeartHandshake,
    Component: lazy(() => import('../promises/promises-page.tsx').then((m) => ({ default: m.PromisesPage }))),
  },
  {
    path: '/customers',
    name: 'Customers',
    Icon: IconUsers,
    Component: lazy(() =>
      import('../customers/customers-page.tsx').then((m) => ({ default: m.CustomersPage })),
    ),
  },
  {
    path: '/newsletter',
    name: 'Newsletter',
    Icon: IconMail,
    Component: lazy(() =>
      import('../newsletter/newsletter-page.tsx').then((m) => ({ default: m.NewsletterPage })),
    ),
  },
  {
    path: '/checklists',
    name: 'Checklists',
    Icon: IconChecklist,
    Component: lazy(() =>
      import('../checklists/checklists-page.tsx').then((m) => ({ default: m.ChecklistsPage })),
    ),
  },
  {
    path: '/settings',
    name: 'Settings',
    Icon: IconSettings,
    Component: lazy(() => import('../settings/settings-page.tsx').then((m) => ({ default: m.SettingsPage }))),
  },
] as const

/** Pages that are asked for now and then: not on the left side. */
export const quietPages = [
  {
    path: '/history',
    name: 'History',
    Component: lazy(() => import('../history/history-page.tsx').then((m) => ({ default: m.HistoryPage }))),
  },
  {
    path: '/attributions',
    name: 'Attributions',
    Component: lazy(() => import('./attributions-page.tsx').then((m) => ({ default: m.AttributionsPage }))),
  },
] as const
