import { ActionIcon, Group, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react'
import type { Block } from '../../core/newsletter/blocks.ts'

export const blockNames = { text: 'Text', hours: 'Opening hours', offer: 'Offer' } as const satisfies Record<
  Block['kind'],
  string
>

interface BlockFormProps {
  readonly block: Block
  /** 1 for the first. */
  readonly place: number
  readonly count: number
  readonly autoFocus: boolean
  readonly wrong: (field: string) => string | undefined
  readonly onChange: (block: Block) => void
  /** -1 is up, 1 is down. */
  readonly onMove: (by: -1 | 1) => void
  readonly onRemove: () => void
}

/** One block: its fields, and the buttons that move and remove it. Alt with an arrow key moves it from any of its fields. */
export function BlockForm({ block, place, count, onMove, onRemove, ...fields }: BlockFormProps) {
  const name = `${blockNames[block.kind]}, block ${place} of ${count}`
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
      onKeyDown={(event) => {
        const by = event.altKey ? ({ ArrowUp: -1, ArrowDown: 1 } as const)[event.key] : undefined
        if (!by) return
        event.preventDefault()
        onMove(by)
      }}
    >
      <Group justify="space-between" wrap="nowrap">
        <Text fw={600} size="sm">
          {blockNames[block.kind]}
        </Text>
        <Group gap={2} wrap="nowrap">
          {button('Move up', IconArrowUp, place === 1, () => onMove(-1))}
          {button('Move down', IconArrowDown, place === count, () => onMove(1))}
          {button('Remove', IconX, false, onRemove)}
        </Group>
      </Group>
      <Fields block={block} {...fields} />
    </Stack>
  )
}

type FieldsProps = Pick<BlockFormProps, 'block' | 'autoFocus' | 'wrong' | 'onChange'>

function Fields({ block, autoFocus, wrong, onChange }: FieldsProps) {
  if (block.kind === 'text')
    return (
      <Textarea
        aria-label="Words"
        description="An empty line begins a new paragraph. {{first name|friend}} becomes the reader’s first name."
        inputWrapperOrder={['input', 'description', 'error']}
        autosize
        minRows={3}
        maxRows={14}
        autoFocus={autoFocus}
        value={block.text}
        error={wrong('text')}
        onChange={(event) => onChange({ ...block, text: event.currentTarget.value })}
      />
    )
  if (block.kind === 'hours')
    return (
      <TextInput
        label="Heading"
        placeholder="Opening hours"
        description="The hours themselves come from your schedule."
        autoFocus={autoFocus}
        value={block.heading ?? ''}
        error={wrong('heading')}
        onChange={(event) => onChange({ ...block, heading: event.currentTarget.value || undefined })}
      />
    )
  return (
    <>
      <TextInput
        label="What is on offer"
        placeholder="Two rye loaves for the price of one"
        autoFocus={autoFocus}
        value={block.title}
        error={wrong('title')}
        onChange={(event) => onChange({ ...block, title: event.currentTarget.value })}
      />
      <Textarea
        label="More about it"
        autosize
        minRows={2}
        maxRows={8}
        value={block.text}
        error={wrong('text')}
        onChange={(event) => onChange({ ...block, text: event.currentTarget.value })}
      />
      <Group grow align="flex-start">
        <TextInput
          label="Code, if there is one"
          autoComplete="off"
          value={block.code ?? ''}
          error={wrong('code')}
          onChange={(event) => onChange({ ...block, code: event.currentTarget.value || undefined })}
        />
        <TextInput
          label="Last day"
          type="date"
          value={block.ends}
          error={wrong('ends')}
          onChange={(event) => onChange({ ...block, ends: event.currentTarget.value })}
        />
      </Group>
    </>
  )
}
