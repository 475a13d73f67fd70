import { SegmentedControl, Stack, Title } from '@mantine/core'
import type { Theme } from '../../core/machine/theme.ts'
import { useRead, useWrite } from '../use-call.ts'

const choices: { readonly value: Theme; readonly label: string }[] = [
  { value: 'system', label: 'As the PC' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
]

/** Light or dark, on this PC. */
export function LookSettings() {
  const { value } = useRead('window.settings', {})
  const setTheme = useWrite('window.setTheme')
  return (
    <Stack className="panel" p="md" gap="sm">
      <Title order={2} size={18} id="look-title">
        Look, on this PC
      </Title>
      <SegmentedControl
        aria-labelledby="look-title"
        data={choices}
        value={value?.theme ?? 'system'}
        onChange={(theme) => void setTheme.run({ theme })}
      />
    </Stack>
  )
}
