import { Button, Menu } from '@mantine/core'
import { IconFileExport } from '@tabler/icons-react'
import { useState } from 'react'
import { ProblemNote } from '../ui/problem-note.tsx'
import { usePaper } from '../ui/use-paper.ts'
import { useWrite } from '../use-call.ts'
import { WrittenNote } from './written-note.tsx'

/** All that is kept of one person: printed, as a PDF to be handed to them, or in a file for programs. */
export function PersonDataMenu({ customerId }: { readonly customerId: number }) {
  const { paper, print, savePdf, busy, problem } = usePaper()
  const choose = useWrite('files.choose')
  const write = useWrite('customers.exportPerson')
  const [written, setWritten] = useState<{ readonly file: string; readonly handle: string }>()
  const sheet = { call: 'customers.personSheet', input: { customerId }, paper } as const
  const saveForPrograms = async () => {
    setWritten(undefined)
    const chosen = await choose.run({ what: 'folder' })
    if (!chosen.ok || !chosen.value) return
    const { handle } = chosen.value
    const done = await write.run({ customerId, folder: handle })
    if (done.ok) setWritten({ file: done.value.file, handle })
  }
  return (
    <>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconFileExport size={14} aria-hidden />}
            loading={busy || choose.busy || write.busy}
          >
            Their data
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>All that is kept of them</Menu.Label>
          <Menu.Item onClick={() => void savePdf(sheet)}>Save as PDF…</Menu.Item>
          <Menu.Item onClick={() => void print(sheet)}>Print…</Menu.Item>
          <Menu.Item onClick={() => void saveForPrograms()}>Save for programs (JSON)…</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ProblemNote problem={problem ?? choose.problem ?? write.problem} />
      {written && (
        <WrittenNote words={`All that is kept of them written to ${written.file}`} handle={written.handle} />
      )}
    </>
  )
}
