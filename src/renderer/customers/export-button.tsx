import { Button, Group, Menu, Progress } from '@mantine/core'
import { IconTableExport } from '@tabler/icons-react'
import { useState } from 'react'
import { exportForms, exportWords, type ExportForm } from '../../core/customers/exported.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useFormats } from '../ui/use-formats.ts'
import { useWrite } from '../use-call.ts'

interface Written {
  readonly file: string
  readonly customers: number
  readonly handle: string
}

/** Takes everybody along in a file: asks as what and where to, writes it, and shows where it is. */
export function ExportButton() {
  const formats = useFormats()
  const choose = useWrite('files.choose')
  const show = useWrite('files.show')
  const { run, busy, progress, problem, cancel } = useWrite('customers.exportFile')
  const [written, setWritten] = useState<Written>()
  const exportAs = async (as: ExportForm) => {
    setWritten(undefined)
    const chosen = await choose.run({ what: 'folder' })
    if (!chosen.ok || !chosen.value) return
    const { handle } = chosen.value
    const result = await run({ folder: handle, as })
    if (result.ok) setWritten({ ...result.value, handle })
  }
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
        <Menu position="bottom-end">
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
          </Menu.Dropdown>
        </Menu>
      )}
      <ProblemNote problem={choose.problem ?? problem ?? show.problem} />
      {written && (
        <p className="exported" role="status">
          <span data-fact>
            {`${formats.counted(written.customers, 'customer', 'customers')} written to ${written.file}. `}
          </span>
          <Button size="compact-sm" variant="subtle" onClick={() => void show.run({ path: written.handle })}>
            Show the folder
          </Button>
        </p>
      )}
    </>
  )
}
