import { Button } from '@mantine/core'
import { IconTableImport } from '@tabler/icons-react'
import { useState } from 'react'
import type { Chosen } from '../../core/machine/calls.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useAsked } from '../ui/use-asked.ts'
import { useWrite } from '../use-call.ts'
import { ImportDialog } from './import-dialog.tsx'
import { importTable, type ImportWhat } from './tables.ts'

interface ImportButtonProps {
  readonly what: ImportWhat
  readonly variant?: 'default' | 'filled'
}

/** Asks for a file, shows what is in it, and keeps it when told to. */
export function ImportButton({ what, variant = 'default' }: ImportButtonProps) {
  const choose = useWrite('files.choose')
  const [chosen, setChosen] = useState<Chosen>()
  const [opened, setOpened] = useState(false)
  const ask = async () => {
    const result = await choose.run({ what })
    if (!result.ok || !result.value) return
    setChosen(result.value)
    setOpened(true)
  }
  // The palette asks by the page's address: `/customers?import=customers`.
  useAsked('import', (list) => {
    if (list === what) void ask()
  })
  return (
    <>
      <Button
        variant={variant}
        leftSection={<IconTableImport size={16} aria-hidden />}
        loading={choose.busy}
        onClick={() => void ask()}
      >
        {`Import ${importTable(what).many}`}
      </Button>
      <ProblemNote problem={choose.problem} />
      <ImportDialog
        what={what}
        chosen={chosen}
        opened={opened}
        onClose={() => setOpened(false)}
        onGone={() => setChosen(undefined)}
        onOther={() => void ask()}
      />
    </>
  )
}
