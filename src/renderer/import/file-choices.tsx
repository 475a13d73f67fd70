import { Group, Select, SimpleGrid } from '@mantine/core'
import { delimiters, type Delimiter } from '../../core/table/delimiter.ts'
import { encodings, type Encoding } from '../../core/table/encoding.ts'
import type { ImportReport } from '../../core/table/report.ts'
import { delimiterWords, encodingWords, importTables, type ImportWhat } from './tables.ts'

/** What the owner corrected of what was guessed. */
export interface Choices {
  readonly encoding?: Encoding
  readonly delimiter?: Delimiter
  readonly mapping?: Readonly<Record<string, string>>
}

interface FileChoicesProps {
  readonly what: ImportWhat
  readonly report: Pick<ImportReport<unknown>, 'encoding' | 'delimiter' | 'header' | 'mapping'>
  readonly choices: Choices
  readonly busy: boolean
  readonly onChange: (choices: Choices) => void
}

/** How the file was understood, each guess to be corrected. */
export function FileChoices({ what, report, choices, busy, onChange }: FileChoicesProps) {
  const used = new Set(Object.values(report.mapping))
  const unused = report.header.filter((column) => !used.has(column))
  const { fields } = importTables[what]
  return (
    <>
      <Group gap="sm">
        <Select
          label="Letters"
          data={encodings.map((value) => ({ value, label: encodingWords[value] }))}
          value={report.encoding}
          disabled={busy}
          w={270}
          onChange={(value) => {
            const encoding = encodings.find((known) => known === value)
            onChange({ delimiter: choices.delimiter, encoding })
          }}
        />
        <Select
          label="Columns parted by"
          data={delimiters.map((value) => ({ value, label: delimiterWords[value] }))}
          value={report.delimiter}
          disabled={busy}
          w={180}
          onChange={(value) => {
            const delimiter = delimiters.find((known) => known === value)
            onChange({ encoding: choices.encoding, delimiter })
          }}
        />
      </Group>
      <details className="import-columns">
        <summary className="clip">
          {`${used.size} of ${report.header.length} columns are read`}
          {unused.length > 0 && <span className="quiet">{`; not read: ${unused.join(', ')}`}</span>}
        </summary>
        <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="xs" verticalSpacing="xs" mt="xs">
          {Object.entries(fields).map(([field, label]) => (
            <Select
              key={field}
              size="xs"
              label={label}
              placeholder="not in the file"
              data={[...report.header]}
              value={report.mapping[field] ?? null}
              clearable
              clearButtonProps={{ 'aria-label': `${label}: not in the file`, size: '24px' }}
              searchable
              disabled={busy}
              onChange={(column) =>
                onChange({ ...choices, mapping: { ...choices.mapping, [field]: column ?? '' } })
              }
            />
          ))}
        </SimpleGrid>
      </details>
    </>
  )
}
