import { Skeleton, Tabs } from '@mantine/core'
import { IconCalendarStats, IconCalendarWeek, IconConfetti, IconNote } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import type { HoursStatus } from '../../core/hours/status.ts'
import { Page } from '../ui/page.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useAsked } from '../ui/use-asked.ts'
import { useFormats } from '../ui/use-formats.ts'
import { useRead } from '../use-call.ts'
import { AdherenceTab } from './adherence/adherence-tab.tsx'
import { rangeAround } from './adherence/range.ts'
import { ScheduleForm } from './schedule/schedule-form.tsx'
import { SpecialTab } from './schedule/special-tab.tsx'
import { TellTab } from './told/tell-tab.tsx'
import { findingOf } from './words.ts'
import './hours.css'

const tabs = [
  { name: 'kept', label: 'This month', Icon: IconCalendarStats },
  { name: 'week', label: 'Weekly hours', Icon: IconCalendarWeek },
  { name: 'special', label: 'Special days', Icon: IconConfetti },
  { name: 'tell', label: 'Signs and texts', Icon: IconNote },
] as const
type Tab = (typeof tabs)[number]['name']

/** Hours: how the shop stands and kept its hours, the weekly hours, the special days, and how they are told. */
export function HoursPage() {
  const { value: status, problem } = useRead('hours.status', {}, { live: true })
  if (status) return <Loaded status={status} />
  return <Page title="Hours">{problem ? <ProblemNote problem={problem} /> : <Skeleton height={400} />}</Page>
}

function Loaded({ status }: { readonly status: HoursStatus }) {
  const formats = useFormats()
  const today = status.today.day
  const { value: month } = useRead('hours.adherence', { ...rangeAround('month', today) })
  const [tab, setTab] = useState<Tab>(status.nothingScheduled ? 'week' : 'kept')
  // A tab once opened stays as it was left: half-typed hours are not lost by a look at another tab.
  const [seen, setSeen] = useState<ReadonlySet<Tab>>(new Set([tab]))
  const open = (next: Tab) => {
    setTab(next)
    setSeen(new Set([...seen, next]))
  }
  useAsked('tab', (asked) => {
    const named = tabs.find(({ name }) => name === asked)
    if (named) open(named.name)
  })
  const shown: Readonly<Record<Tab, ReactNode>> = {
    kept: <AdherenceTab status={status} onDecideHolidays={() => open('special')} />,
    week: <ScheduleForm today={today} />,
    special: <SpecialTab today={today} />,
    tell: <TellTab status={status} onSetHours={() => open('week')} />,
  }
  return (
    <Page title="Hours" finding={month && findingOf(month, formats)}>
      <Tabs value={tab} keepMountedMode="display-none" onChange={(next) => next && open(next as Tab)}>
        <Tabs.List mb="md">
          {tabs.map(({ name, label, Icon }) => (
            <Tabs.Tab key={name} value={name} leftSection={<Icon size={18} aria-hidden />}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabs.map(({ name }) => (
          <Tabs.Panel key={name} value={name}>
            {seen.has(name) && shown[name]}
          </Tabs.Panel>
        ))}
      </Tabs>
    </Page>
  )
}
