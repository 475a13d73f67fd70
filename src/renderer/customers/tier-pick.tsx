import { Select } from '@mantine/core'
import { tierWords } from '../../core/customers/tiers.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useFormats } from '../ui/use-formats.ts'
import { useRead, useWrite } from '../use-call.ts'

interface TierPickProps {
  readonly customerIds: readonly number[]
  /** The tier they are in, null for none; absent where several are put into one. */
  readonly tierId?: number | null
}

const nobody = 'everybody'

/** Puts customers into a tier; nothing where the shop has none. */
export function TierPick({ customerIds, tierId }: TierPickProps) {
  const formats = useFormats()
  const { value: tiers } = useRead('customers.tiers', {})
  const put = useWrite('customers.setTier')
  if (!tiers || tiers.length === 0) return null
  const data = [
    { value: nobody, label: 'As everybody else' },
    ...tiers.map(({ id, name }) => ({ value: `${id}`, label: name })),
  ]
  // The field has room for a name alone.
  const often = new Map(tiers.map((tier) => [`${tier.id}`, tierWords(tier, formats)]))
  return (
    <>
      <Select
        size="xs"
        aria-label="How often they hear from us"
        placeholder="How often they hear from us"
        data={data}
        renderOption={({ option: { value, label } }) => (
          <span className="long-words">
            {label}
            {often.has(value) && <span className="quiet">{`: ${often.get(value)}`}</span>}
          </span>
        )}
        value={tierId === undefined ? null : `${tierId ?? nobody}`}
        allowDeselect={false}
        disabled={put.busy || customerIds.length === 0}
        onChange={(chosen) =>
          void put.run({ customerIds: [...customerIds], tierId: chosen === nobody ? null : Number(chosen) })
        }
      />
      <ProblemNote problem={put.problem} />
    </>
  )
}
