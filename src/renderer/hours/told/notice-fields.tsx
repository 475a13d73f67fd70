import { Group, TextInput } from '@mantine/core'

/** When the shop is back or opens, and the owner's own words; an empty time is the one Wellkept knows. */
export interface NoticeWords {
  readonly at: string
  readonly note: string
}

/** The words as a call takes them. */
export const sentWords = ({ at, note }: NoticeWords): { at?: string; note?: string } => ({
  ...(at !== '' && { at }),
  ...(note.trim() !== '' && { note }),
})

interface NoticeFieldsProps {
  readonly kind: 'late' | 'pause'
  readonly value: NoticeWords
  readonly onChange: (value: NoticeWords) => void
}

/** The time and the words of a note for the door. */
export function NoticeFields({ kind, value, onChange }: NoticeFieldsProps) {
  return (
    <Group gap="sm" align="flex-end">
      <TextInput
        label={kind === 'late' ? 'We open at' : 'Back at'}
        type="time"
        value={value.at}
        onChange={(change) => onChange({ ...value, at: change.currentTarget.value })}
      />
      <TextInput
        label="Words of your own, if you like"
        className="grow"
        miw={180}
        maxLength={200}
        value={value.note}
        onChange={(change) => onChange({ ...value, note: change.currentTarget.value })}
      />
    </Group>
  )
}
