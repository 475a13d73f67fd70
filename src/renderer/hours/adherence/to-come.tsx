import { Text } from '@mantine/core'
import { chartsFrom, type LoggedSpan } from '../../../core/hours/months.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useFormats } from '../../ui/use-formats.ts'

/** Before the first entry: what will stand here. */
export const NothingLogged = () => (
  <EmptyState title="Nothing is logged yet">
    <Text>
      Press Open when you unlock the door and Close when you lock it. From the first time on you see here how
      many openings and closings were on time; after two weeks also a calendar of the days, the minutes and
      the months.
    </Text>
  </EmptyState>
)

/** In the first two weeks: a few days are no finding, and nothing is drawn of them. */
export function ChartsToCome({ logged }: { readonly logged: LoggedSpan }) {
  const formats = useFormats()
  return (
    <Text className="quiet">
      {`From ${formats.day(chartsFrom(logged))} on, when two weeks are logged, a calendar of the days, the minutes by which you opened and the months are drawn here. Fewer days say too little.`}
    </Text>
  )
}
