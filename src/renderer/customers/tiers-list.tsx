import { ActionIcon, Button } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import type { TierRow } from '../../core/customers/tier-calls.ts'
import { tierWords } from '../../core/customers/tiers.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useFormats } from '../ui/use-formats.ts'
import { useRead, useWrite } from '../use-call.ts'
import { TierForm } from './tier-form.tsx'

/** Who hears from the shop more or less often than everybody else: to add, to change, to remove. */
export function TiersList() {
  const { value, problem } = useRead('customers.tiers', {})
  return (
    <>
      <ProblemNote problem={problem} />
      {value && value.length > 0 && (
        <div>
          {value.map((tier) => (
            <OneTier key={tier.id} tier={tier} />
          ))}
        </div>
      )}
      <TierForm />
    </>
  )
}

function OneTier({ tier }: { readonly tier: TierRow }) {
  const formats = useFormats()
  const [changing, setChanging] = useState(false)
  const remove = useWrite('customers.removeTier')
  if (changing) return <TierForm tier={tier} onDone={() => setChanging(false)} />
  return (
    <>
      <div className="row">
        <span className="grow long-words" data-fact>
          {tier.name}
          <span className="quiet">
            {` · ${tierWords(tier, formats)} · ${formats.counted(tier.customers, 'customer', 'customers')}`}
          </span>
        </span>
        <ActionIcon
          variant="transparent"
          aria-label={`Change: ${tier.name}`}
          onClick={() => setChanging(true)}
        >
          <IconPencil size={16} aria-hidden />
        </ActionIcon>
        <Button
          size="compact-sm"
          variant="subtle"
          style={{ flexShrink: 0 }}
          loading={remove.busy}
          aria-label={`Remove: ${tier.name}`}
          title="Who is in it hears from us as often as everybody else from then on"
          onClick={() => void remove.run({ tierId: tier.id })}
        >
          Remove
        </Button>
      </div>
      <ProblemNote problem={remove.problem} />
    </>
  )
}
