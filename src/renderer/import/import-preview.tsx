import { Button, Group, Stack } from '@mantine/core'
import { useEffect, useEffectEvent, useState } from 'react'
import type { Output } from '../../core/calls.ts'
import { lacksColumns } from '../../core/import/kind.ts'
import type { ImportName } from '../../core/feature-calls.ts'
import type { Chosen } from '../../core/machine/calls.ts'
import { KeptLine } from '../ui/kept-line.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { undoAct } from '../ui/undo-toast.tsx'
import { useKept } from '../ui/use-kept.ts'
import { useFormats } from '../ui/use-formats.ts'
import { useWrite } from '../use-call.ts'
import { ChangeList } from './change-list.tsx'
import { DateQuestions } from './date-questions.tsx'
import type { Choices } from './choices.ts'
import { FileChoices } from './file-choices.tsx'
import { firstLook, type FirstLook } from './first-look.ts'
import { withMailRead } from './mail-choices.ts'
import { NumberQuestions } from './number-questions.tsx'
import { Working } from './working.tsx'
import { AsideInFile, LineMessages, MailAnswers, ReportCounts, SampleTable } from './report-parts.tsx'
import { SaveRefused } from './save-refused.tsx'
import { importTable, type ImportWhat } from './tables.ts'

const nothing = { choices: {} as Choices }

type Report = Output<ImportName>

interface ImportPreviewProps {
  readonly what: ImportWhat
  readonly chosen: Chosen
  readonly onBusy: (busy: boolean) => void
  readonly onDone: () => void
  readonly onOther: () => void
}

/** Reads the file without keeping anything, lets what was guessed be corrected, then keeps it as one act. */
export function ImportPreview({ what, chosen, onBusy, onDone, onOther }: ImportPreviewProps) {
  const formats = useFormats()
  const table = importTable(what)
  const look = useWrite(table.call)
  const keep = useWrite(table.call)
  const kept = useKept(`import:${what}:${chosen.name}`.slice(0, 200), nothing)
  const { choices } = kept.value
  const [report, setReport] = useState<Report>()
  const [letGo, setLetGo] = useState('')
  const [refused, setRefused] = useState(0)
  const [done, setDone] = useState<{
    readonly report: Report
    readonly actId: number | undefined
    readonly choices: Choices
  }>()
  const preview = (wanted: Choices) => look.run({ path: chosen.handle, commit: false, ...wanted })
  const asChosen = async (wanted: Choices): Promise<FirstLook> => ({
    result: await preview(wanted),
    choices: wanted,
    letGo: '',
  })
  const lookAnew = async () => {
    const { result, choices: fitting, letGo: gone } = await firstLook(preview, choices)
    setReport(result.ok ? result.value : undefined)
    if (!result.ok) return keep.clear()
    if (gone !== '') kept.set({ choices: fitting })
    setLetGo(gone)
  }
  const begin = useEffectEvent(lookAnew)
  // oxlint-disable-next-line react/set-state-in-effect -- the file lies outside of React; what it holds comes later
  useEffect(() => void begin(), [])
  const isShown = report !== undefined && !keep.busy
  useEffect(() => {
    if (isShown) focusNext()
  }, [isShown])
  const importAll = async ({ digest }: Report) => {
    onBusy(true)
    look.clear()
    const result = await keep.run({ path: chosen.handle, commit: true, digest, ...choices })
    onBusy(false)
    if (!result.ok) return result.problem.code === 'file-changed' ? lookAnew() : undefined
    kept.startOver()
    setDone({ report: result.value, actId: result.actId, choices })
  }

  if (done) return <Imported {...done} what={what} chosen={chosen} onDone={onDone} />
  if (keep.busy)
    return <Working words={`Importing ${chosen.name}`} progress={keep.progress} onCancel={keep.cancel} />
  if (!report && look.busy)
    return (
      <Working
        words={`Reading ${chosen.name}`}
        progress={look.progress}
        onCancel={() => (look.cancel(), onDone())}
      />
    )
  const news = report ? report.added + report.updated : 0
  const lacks = report !== undefined && lacksColumns(table, report.mapping)
  const questions = report && 'numbers' in report ? report.numbers : []
  const dates = report && 'dates' in report ? report.dates : []
  const openThing = questions.some(({ answer }) => answer === null)
    ? 'number'
    : dates.some(({ answer }) => answer === null) && 'date'
  const choose = async (wanted: Choices, looked: Promise<FirstLook> = asChosen(wanted)) => {
    keep.clear()
    kept.set({ choices: wanted })
    const { result, choices: fitting, letGo: gone } = await looked
    if (result.ok) {
      if (gone !== '') kept.set({ choices: fitting })
      setLetGo(gone)
      setReport(result.value)
    } else {
      // The report is still that of what was chosen before, and so is what would be imported.
      kept.set({ choices })
      setRefused((times) => times + 1)
    }
  }
  return (
    <Stack gap="sm" className="import-preview" data-changed={kept.typed || undefined}>
      <ProblemNote problem={keep.problem ?? look.problem} />
      {report && (
        <>
          {lacks ? (
            <p className="risk" role="status">{`${chosen.name}: ${table.needs.message}`}</p>
          ) : (
            <ReportCounts report={report} name={chosen.name} />
          )}
          <KeptLine kept={{ ...kept, startOver: () => void choose({}) }} />
          {letGo !== '' && <p role="status">{letGo}</p>}
          <FileChoices
            what={what}
            report={report}
            lacks={lacks}
            choices={choices}
            busy={look.busy}
            refused={refused}
            onChange={(wanted) => void choose(wanted)}
            onReading={(reading) => {
              const wanted = { ...choices, ...reading }
              void choose(wanted, firstLook(preview, wanted, 'again'))
            }}
          />
          <NumberQuestions
            questions={questions}
            busy={look.busy}
            onAnswer={(field, mark) =>
              void choose({ ...choices, numbers: { ...choices.numbers, [field]: mark } })
            }
          />
          <DateQuestions
            questions={dates}
            busy={look.busy}
            onAnswer={(field, order) =>
              void choose({ ...choices, dates: { ...choices.dates, [field]: order } })
            }
          />
          {!lacks && 'consents' in report && (
            <MailAnswers
              consents={report.consents}
              mailBrought={report.mailBrought}
              busy={look.busy}
              wholeList={report.wholeList}
              onRead={(column, isRead) => void choose(withMailRead(choices, report, column, isRead))}
              onWhole={(wholeList) => void choose({ ...choices, wholeList })}
            />
          )}
          {'aside' in report && <AsideInFile aside={report.aside} />}
          {'changes' in report && (
            <ChangeList changes={report.changes} changeCount={report.changeCount} fields={table.fields} />
          )}
          <SampleTable what={what} rows={report.sample} />
          {'stockStays' in report && report.stockStays !== '' && <p>{report.stockStays}</p>}
          {!lacks && (
            <>
              <LineMessages report={report} />
              <SaveRefused what={what} chosen={chosen} report={report} choices={choices} />
            </>
          )}
        </>
      )}
      <Group justify="flex-end" className="import-actions">
        <Button variant="default" onClick={onOther}>
          Choose another file
        </Button>
        <Button variant="default" onClick={onDone}>
          Cancel
        </Button>
        {report && (
          <Button
            data-autofocus
            disabled={news === 0 || openThing !== false}
            loading={look.busy}
            onClick={() => void importAll(report)}
          >
            {lacks
              ? 'First choose the columns'
              : news === 0
                ? 'Nothing to import'
                : openThing
                  ? `First say what the ${openThing} is`
                  : `Import ${formats.counted(news, table.one, table.many)}`}
          </Button>
        )}
      </Group>
    </Stack>
  )
}

/** What had the focus while the file was read is gone: it goes to the first question, else to what is likeliest. */
function focusNext(): void {
  const find = (what: string) => document.querySelector<HTMLElement>(`.import-preview ${what}:enabled`)
  const next =
    document.querySelector<HTMLElement>('.import-choices[data-lacks] .import-scroll') ??
    find('.import-question input') ??
    find('button[data-autofocus]') ??
    find('.import-actions button')
  // The file is seen from its beginning.
  next?.focus({ preventScroll: true })
}

interface ImportedProps {
  readonly report: Report
  /** The act that it was; undefined where nothing was new. */
  readonly actId: number | undefined
  readonly what: ImportWhat
  readonly chosen: Chosen
  readonly choices: Choices
  readonly onDone: () => void
}

function Imported({ report, actId, what, chosen, choices, onDone }: ImportedProps) {
  const formats = useFormats()
  const { one, many } = importTable(what)
  const { added, updated, skipped } = report
  const parts = [
    added > 0 && `${formats.counted(added, one, many)} added`,
    updated > 0 && `${formats.number(updated)} changed`,
    skipped > 0 && `${formats.counted(skipped, 'line', 'lines')} left out`,
  ].filter((part) => part !== false)
  return (
    <Stack gap="sm">
      <p role="status">
        {actId === undefined
          ? [...parts, 'Nothing was new, and nothing was changed.'].join('. ')
          : `${parts.join(', ')}. It is one step: one undo takes all of it back.`}
      </p>
      {'aside' in report && <AsideInFile aside={report.aside} />}
      {'consents' in report && report.consents.no > 0 && (
        <p>Who said no to mail gets none. Their no stays, also if you take the import back.</p>
      )}
      {'stockStays' in report && report.stockStays !== '' && <p>{report.stockStays}</p>}
      <LineMessages report={report} />
      <SaveRefused what={what} chosen={chosen} report={report} choices={choices} />
      <Group justify="flex-end">
        {actId !== undefined && (
          <Button variant="default" onClick={() => (onDone(), void undoAct(actId))}>
            Undo
          </Button>
        )}
        <Button onClick={onDone} autoFocus>
          Done
        </Button>
      </Group>
    </Stack>
  )
}
