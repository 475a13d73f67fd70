import { Button } from '@mantine/core'
import type { CustomerFile } from '../../core/customers/answers.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useWrite } from '../use-call.ts'

/** Puts a customer aside who is none any more, and takes them back. */
export function AsideButton({ customer }: { readonly customer: Pick<CustomerFile, 'id' | 'asideSinceMs'> }) {
  const { id: customerId, asideSinceMs } = customer
  const putAside = useWrite('customers.putAside')
  const takeBack = useWrite('customers.takeBack')
  const act = asideSinceMs === null ? putAside : takeBack
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        loading={act.busy}
        title={asideSinceMs === null ? 'No customer any more: moved away, closed down' : undefined}
        onClick={() => void act.run({ customerId })}
      >
        {asideSinceMs === null ? 'Put aside' : 'Take back'}
      </Button>
      <ProblemNote problem={act.problem} />
    </>
  )
}
