import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconMinus } from '@tabler/icons-react'

/** kept: as promised. risk: still to be saved. broken: the word was not kept. none: no data. */
export type Mark = 'kept' | 'risk' | 'broken' | 'none'

const marks = {
  kept: { Icon: IconCircleCheck, className: 'kept' },
  risk: { Icon: IconAlertTriangle, className: 'risk' },
  broken: { Icon: IconCircleX, className: 'broken' },
  none: { Icon: IconMinus, className: 'quiet' },
} as const

/** A state as shape, word and colour – never colour alone. */
export function StateMark({ mark, children }: { readonly mark: Mark; readonly children: string }) {
  const { Icon, className } = marks[mark]
  return (
    <span className={className} style={{ display: 'flex', gap: 6, alignItems: 'center' }}>
      <Icon size={16} aria-hidden style={{ flexShrink: 0 }} />
      <span className="words">{children}</span>
    </span>
  )
}
