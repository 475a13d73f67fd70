import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Chosen } from '../../core/machine/calls.ts'
import type { ImportReport } from '../../core/import/report.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useFormats } from '../ui/use-formats.ts'
import { useWrite } from '../use-call.ts'
import type { Choices } from './choices.ts'
import { importTable, type ImportWhat } from './tables.ts'

interface SaveRefusedProps {
  readonly what: ImportWhat
  readonly chosen: Chosen
  readonly report: Pick<ImportReport<unknown>, 'format' | 'digest' | 'skipped'>
  /** With which the report was made. */
  readonly choices: Choices
}

/** What an import leaves out as a file of its own, to be mended and imported. */
export function SaveRefused({ what, chosen, report, choices }: SaveRefusedProps) {
  const formats = useFormats()
  const choose = useWrite('files.chooseWhere')
  const save = useWrite(importTable(what).saveCall)
  const show = useWrite('files.show')
  const [saved, setSaved] = useState<Chosen & { readonly rows: number }>()
  const { format, digest, skipped } = report
  const [one, many] = format === 'vcard' ? ['card', 'cards'] : ['line', 'lines']
  const ask = async () => {
    setSaved(undefined)
    const extension = format === 'vcard' ? 'vcf' : 'csv'
    const where = await choose.run({ name: `${chosen.name.replace(/\.[^.]*$/, '')} left out`, extension })
    if (!where.ok || !where.value) return
    const { handle, name } = where.value
    const result = await save.run({ path: chosen.handle, digest, to: handle, ...choices })
    if (result.ok) setSaved({ handle, name, rows: result.value.rows })
  }
  if (skipped === 0) return null
  return (
    <div className="import-left-out">
      <Button
        variant="default"
        size="compact-sm"
        loading={choose.busy || save.busy}
        onClick={() => void ask()}
      >
        {skipped === 1
          ? `Save the ${one} that is left out`
          : `Save the ${formats.number(skipped)} ${many} that are left out`}
      </Button>
      {saved && (
        <p role="status">
          {`${formats.counted(saved.rows, one, many)} saved in ${saved.name}, ${saved.rows === 1 ? 'with why. Mend it' : 'each with why. Mend them'} there, then import that file. `}
          <Button size="compact-sm" variant="default" onClick={() => void show.run({ path: saved.handle })}>
            Show the folder
          </Button>
        </p>
      )}
      <ProblemNote problem={choose.problem ?? save.problem ?? show.problem} />
    </div>
  )
}
