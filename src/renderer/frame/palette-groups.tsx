import { Spotlight } from '@mantine/spotlight'
import type { CustomerLine } from '../../core/customers/answers.ts'
import type { Command } from './commands.ts'

interface PeopleProps {
  readonly rows: readonly CustomerLine[]
  readonly onOpen: (customerId: number) => void
}

/** Customers that were found; nothing where there are none. */
export const People = ({ rows, onOpen }: PeopleProps) =>
  rows.length > 0 && (
    <Spotlight.ActionsGroup label="People">
      {rows.map(({ id, name, company, email, phone, isAside }) => (
        <Spotlight.Action
          key={id}
          label={name}
          description={[isAside && 'put aside', company, email, phone].filter(Boolean).join(' · ')}
          onClick={() => onOpen(id)}
        />
      ))}
    </Spotlight.ActionsGroup>
  )

/** What can be done; nothing where nothing is called so. */
export const Commands = ({ commands }: { readonly commands: readonly Command[] }) =>
  commands.length > 0 && (
    <Spotlight.ActionsGroup label="Commands">
      {commands.map(({ label, run }) => (
        <Spotlight.Action key={label} label={label} onClick={run} />
      ))}
    </Spotlight.ActionsGroup>
  )
