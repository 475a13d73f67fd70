import { Anchor } from '@mantine/core'
import { Link } from 'wouter'

interface HistoryLinkProps {
  readonly table: 'customers' | 'products' | 'promises'
  readonly rowId: number
}

/** Leads to all that was ever done to a thing. */
export const HistoryLink = ({ table, rowId }: HistoryLinkProps) => (
  <Anchor
    component={Link}
    href={`/history?table=${table}&row=${rowId}`}
    size="sm"
    lh="24px"
    display="inline-block"
  >
    History
  </Anchor>
)
