import { Button, Modal, Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { lazy, Suspense, useEffect, useEffectEvent, useState } from 'react'
import { useLocation } from 'wouter'
import { meantList, type DroppedFile, type ListFit } from '../../core/machine/dropped.ts'
import type { Chosen } from '../../core/machine/calls.ts'
import { onNews } from '../call.ts'
import { takeDrops } from '../ui/drops.ts'
import { useFormats } from '../ui/use-formats.ts'
import { useWrite } from '../use-call.ts'
import { isImportOpen } from './open-imports.ts'
import { importTable, type ImportWhat } from './tables.ts'

// The frame is drawn at the start, and hardly ever is a file dropped on it.
const ImportDialog = lazy(() => import('./import-dialog.tsx').then((m) => ({ default: m.ImportDialog })))

type Table = Extract<DroppedFile, { readonly handle: string }>

/** A file whose turn it is; for which list, once that is known. */
interface Turn {
  readonly file: Table
  readonly what: ImportWhat | undefined
}

const say = (message: string) => notifications.show({ color: 'brick', withBorder: true, message })

/** Files dropped on the window, one after the other: each opens the import of its list, or asks of which it is. */
export function DroppedFiles() {
  const [page] = useLocation()
  const [turns, setTurns] = useState<readonly Turn[]>([])
  const [turn] = turns
  // Said when a dialog has left the window, of whatever was dropped meanwhile.
  const next = () => setTurns((all) => all.slice(1))
  const hear = useEffectEvent((files: readonly DroppedFile[]) => {
    const words = refusedWords(files)
    if (words !== '') say(words)
    const tables = files.filter((file): file is Table => 'handle' in file)
    if (tables.length === 0) return
    const again = `then drop ${tables.map(({ name }) => `“${name}”`).join(', ')} again. Nothing was changed.`
    if (turn && turn.what === undefined) return void say(`First say what is in “${turn.file.name}”, ${again}`)
    // An import that just leaves the window is over.
    if (isImportOpen()) return void say(`Finish the import that is open, ${again}`)
    setTurns((all) => [...all, ...tables.map((file) => ({ file, what: meantList(file.fits, page) }))])
  })
  useEffect(
    () =>
      onNews((news) => {
        if (news.kind === 'dropped') hear(news.files)
      }),
    [],
  )
  useEffect(takeDrops, [])
  if (!turn) return null
  if (turn.what === undefined)
    return (
      <WhichList
        key={turn.file.handle}
        file={turn.file}
        onChosen={(what) => setTurns(([, ...others]) => [{ ...turn, what }, ...others])}
        onClose={next}
      />
    )
  return <DroppedImport key={turn.file.handle} what={turn.what} file={turn.file} onGone={next} />
}

interface DroppedImportProps {
  readonly what: ImportWhat
  readonly file: Chosen
  readonly onGone: () => void
}

function DroppedImport({ what, file, onGone }: DroppedImportProps) {
  const choose = useWrite('files.choose')
  const [chosen, setChosen] = useState(file)
  const [opened, setOpened] = useState(true)
  const askOther = async () => {
    const result = await choose.run({ what })
    if (result.ok && result.value) setChosen(result.value)
  }
  return (
    <Suspense>
      <ImportDialog
        what={what}
        chosen={chosen}
        opened={opened}
        isOver
        onClose={() => setOpened(false)}
        onGone={onGone}
        onOther={() => void askOther()}
      />
    </Suspense>
  )
}

interface WhichListProps {
  readonly file: Table
  readonly onChosen: (what: ImportWhat) => void
  readonly onClose: () => void
}

/** Asks what a file is a list of, the likeliest first. */
function WhichList({ file, onChosen, onClose }: WhichListProps) {
  const formats = useFormats()
  const knownWords = ({ known }: ListFit) =>
    known === 0
      ? 'a column that it needs is missing'
      : `${formats.number(known)} of ${formats.counted(file.columns, 'column is known', 'columns are known')}`
  return (
    <Modal opened onClose={onClose} title="What is in this file?" size="md" zIndex={300}>
      <Stack gap="sm">
        <p className="clip" title={file.name}>
          <strong>{file.name}</strong>
        </p>
        {file.fits.map((fit, i) => (
          <Button
            key={fit.what}
            variant={i === 0 && fit.known > 0 ? 'filled' : 'default'}
            justify="space-between"
            data-autofocus={i === 0 || undefined}
            rightSection={<span className="import-known">{knownWords(fit)}</span>}
            onClick={() => onChosen(fit.what)}
          >
            {capital(importTable(fit.what).many)}
          </Button>
        ))}
        <Button variant="subtle" onClick={onClose}>
          Leave it
        </Button>
      </Stack>
    </Modal>
  )
}

/** Why files are nothing that can be imported, in one message. */
function refusedWords(files: readonly DroppedFile[]): string {
  const refused = files.filter((file) => 'refused' in file)
  if (refused.length < 2) return refused[0]?.refused ?? ''
  const names = refused.map(({ name }) => `“${inShort(name)}”`).join(', ')
  return `These cannot be imported: ${names}. Nothing of them was kept. Drop tables (CSV, TSV, TXT) or address cards (VCF).`
}

/** A file's name with its end, which says what it is. */
const inShort = (name: string): string =>
  name.length > 40 ? `${name.slice(0, 24)}…${name.slice(-12)}` : name

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1)
