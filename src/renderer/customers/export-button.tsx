import { Button, Group, Menu, Progress } from '@mantine/core'
import { IconTableExport } from '@tabler/icons-react'
import { useState } from 'react'
import { exportForms, exportWords, type ExportForm } from '../../core/customers/exported.ts'
import { useAsked } from '../ui/use-asked.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useFormats } from '../ui/use-formats.ts'
import { useWrite } from '../use-call.ts'
import { WrittenNote } from './written-note.tsx'

/** A file that was written, and the folder it lies in. */
export interface Written {
  readonly file: string
  readonly customers: number
  readonly handle: string
}

interface ExportButtonProps {
  /** Undefined when another is being written. */
  readonly onWritten: (written: Written | undefined) => void
  /** Asks for labels for all who get no mail. */
  readonly onLabels: () => void
}

/** Takes everybody along in a file: asks as what and where to, and writes it. */
export function ExportButton({ onWritten, onLabels }: ExportButtonProps) {
  const [opened, setOpened] = useState(false)
  const choose = useWrite('files.choose')
  const { run, busy, progress, problem, cancel } = useWrite('customers.exportFile')
  const exportAs = async (as: ExportForm) => {
    onWritten(undefined)
    const chosen = await choose.run({ what: 'folder' })
    if (!chosen.ok || !chosen.value) return
    const { handle } = chosen.value
    const result = await run({ folder: handle, as })
    if (result.ok) onWritten({ ...result.value, handle })
  }
  // The palette asks by the page's address: `/customers?export`.
  useAsked('export', () => setOpened(true))
  return (
    <>
      {busy ? (
        <Group wrap="nowrap" gap="xs">
          <Progress
            w={140}
            value={progress ? (100 * progress.done) / progress.total : 0}
            aria-label={progress?.words ?? 'Writing the customers'}
          />
          <Button variant="default" onClick={cancel}>
            Stop
          </Button>
        </Group>
      ) : (
        <Menu position="bottom-end" opened={opened} onChange={setOpened}>
          <Menu.Target>
            <Button
              variant="default"
              leftSection={<IconTableExport size={16} aria-hidden />}
              loading={choose.busy}
            >
              Export
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {exportForms.map((form) => (
              <Menu.Item key={form} onClick={() => void exportAs(form)}>
                {exportWords[form]}
              </Menu.Item>
            ))}
            <Menu.Divider />
            <Menu.Item onClick={onLabels}>Labels for all who get no mail…</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      <ProblemNote problem={choose.problem ?? problem} />
    </>
  )
}

/** Where the customers were written to. */
export function ExportedNote({ written: { customers, file, handle } }: { readonly written: Written }) {
  const formats = useFormats()
  return (
    <WrittenNote
      words={`${formats.counted(customers, 'customer', 'customers')} written to ${file}`}
      handle={handle}
    />
  )
}
