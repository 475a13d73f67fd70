import { Group, Select } from '@mantine/core'
import { useState } from 'react'
import type { MailBrought } from '../../core/customers/consent-column.ts'
import { delimiters } from '../../core/import/delimiter.ts'
import { encodings } from '../../core/import/encoding.ts'
import type { ImportReport } from '../../core/import/report.ts'
import type { Choices } from './choices.ts'
import { ColumnChoices } from './column-choices.tsx'
import { mailRead, mailUnread, withFields, withMailRead } from './mail-choices.ts'
import { delimiterWords, encodingWords, type ImportWhat } from './tables.ts'

interface FileChoicesProps {
  readonly what: ImportWhat
  readonly report: Pick<
    ImportReport<unknown>,
    'format' | 'encoding' | 'delimiter' | 'header' | 'examples' | 'mapping' | 'guess'
  > & {
    readonly mailBrought?: readonly MailBrought[]
  }
  /** Whether nothing is kept before columns are chosen. */
  readonly lacks: boolean
  readonly choices: Choices
  readonly busy: boolean
  /** How often a choice was refused: each time, what is shown is again what holds. */
  readonly refused: number
  readonly onChange: (choices: Choices) => void
  /** The file is to be read in other letters, or parted otherwise; what was chosen of its columns stays where it fits. */
  readonly onReading: (reading: Pick<Choices, 'encoding' | 'delimiter'>) => void
}

/** How the file was understood, each guess to be corrected. */
export function FileChoices(props: FileChoicesProps) {
  const { what, report, lacks, choices, busy, refused, onChange, onReading } = props
  const [opened, setOpened] = useState(false)
  const aboutMail = mailRead(report)
  const used = new Set([...Object.values(report.mapping), ...aboutMail])
  const unused = report.header.filter((column) => !used.has(column))
  return (
    <>
      <Group key={refused} gap="sm">
        <Select
          label="Letters"
          data={encodings.map((value) => ({ value, label: encodingWords[value] }))}
          value={report.encoding}
          disabled={busy}
          w={270}
          onChange={(value) => {
            const encoding = encodings.find((known) => known === value)
            onReading({ encoding })
          }}
        />
        {report.format !== 'vcard' && (
          <Select
            label="Columns parted by"
            data={delimiters.map((value) => ({ value, label: delimiterWords[value] }))}
            value={report.delimiter}
            disabled={busy}
            w={180}
            onChange={(value) => {
              const delimiter = delimiters.find((known) => known === value)
              onReading({ delimiter })
            }}
          />
        )}
      </Group>
      <details
        className="import-choices"
        data-lacks={lacks || undefined}
        // What was opened for want of a column stays so while the next is chosen.
        open={opened || lacks}
        onToggle={(event) => setOpened(event.currentTarget.open)}
      >
        <summary className="clip">
          {`${used.size} of ${report.header.length} columns are read`}
          {unused.length > 0 && <span className="quiet">{`; not read: ${unused.join(', ')}`}</span>}
        </summary>
        <ColumnChoices
          key={refused}
          what={what}
          report={report}
          aboutMail={aboutMail}
          mayBeAboutMail={mailUnread(report)}
          busy={busy}
          onMail={(column, isRead) => onChange(withMailRead(choices, report, column, isRead))}
          onChange={(...chosen) => onChange(withFields(choices, ...chosen))}
        />
      </details>
    </>
  )
}
