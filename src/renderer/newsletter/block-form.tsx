import { ActionIcon, Group, Stack, Text } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react'
import { kindOf, type Block } from '../../core/newsletter/blocks.ts'
import type { FieldsProps } from './blocks/fields.ts'
import { BlockFields } from './blocks/forms.tsx'

interface BlockFormProps extends FieldsProps<Block> {
  /** 1 for the first. */
  readonly place: number
  readonly count: number
  /** -1 is up, 1 is down. */
  readonly onMove: (by: -1 | 1) => void
  readonly onRemove: () => void
  readonly onFocus: () => void
  readonly keyOfBlock: string
}

/** One block: its fields, and the buttons that move and remove it. Alt with an arrow key moves it from any of its fields. */
export function BlockForm({ block, place, count, onMove, onRemove, onFocus, ...others }: BlockFormProps) {
  const { keyOfBlock, ...fields } = others
  const name = `${kindOf(block).name}, block ${place} of ${count}`
  const button = (label: string, Icon: typeof IconX, disabled: boolean, onClick: () => void) => (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={`${label}: ${name}`}
      title={label}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon size={16} aria-hidden />
    </ActionIcon>
  )
  return (
    <Stack
      className="panel"
      p="sm"
      gap={6}
      component="fieldset"
      m={0}
      miw={0}
      aria-label={name}
      data-block={keyOfBlock}
      tabIndex={-1}
      onFocus={onFocus}
      onKeyDown={(event) => {
        const by = event.altKey ? ({ ArrowUp: -1, ArrowDown: 1 } as const)[event.key] : undefined
        if (!by) return
        event.preventDefault()
        onMove(by)
      }}
    >
      <Group justify="space-between" wrap="nowrap">
        <Text fw={600} size="sm">
          {kindOf(block).name}
        </Text>
        <Group gap={2} wrap="nowrap">
          {button('Move up', IconArrowUp, place === 1, () => onMove(-1))}
          {button('Move down', IconArrowDown, place === count, () => onMove(1))}
          {button('Remove', IconX, false, onRemove)}
        </Group>
      </Group>
      <BlockFields block={block} {...fields} />
    </Stack>
  )
}
