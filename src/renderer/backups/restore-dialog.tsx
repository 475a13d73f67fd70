import { Loader, Modal, Stack, Table, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { Formats } from '../../core/formats.ts'
import type { BackupRow, RestorePreview } from '../../core/backups/calls.ts'
import { DialogForm } from '../ui/form.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { StateMark } from '../ui/state-mark.tsx'
import { TableHead } from '../ui/table-head.tsx'
import { useFormats } from '../ui/use-formats.ts'
import { useRead, useWrite } from '../use-call.ts'
import { kindWords, momentWords, useZone } from './words.ts'

interface RestoreDialogProps {
  readonly backup: BackupRow | undefined
  /** It is what the last restore put aside. */
  readonly undoes?: boolean
  readonly onClose: () => void
}

/** Says what a restore would change, and does it. */
export function RestoreDialog({ backup, undoes = false, onClose }: RestoreDialogProps) {
  return (
    <Modal
      opened={backup !== undefined}
      onClose={onClose}
      title={undoes ? 'Undo the restore?' : 'Restore this backup?'}
      size={560}
    >
      {backup && <RestoreBody key={backup.id} backup={backup} undoes={undoes} onClose={onClose} />}
    </Modal>
  )
}

function RestoreBody({
  backup,
  undoes,
  onClose,
}: {
  readonly backup: BackupRow
  readonly undoes: boolean
  readonly onClose: () => void
}) {
  const formats = useFormats()
  const { value: preview, problem } = useRead('backups.preview', { id: backup.id }, { fresh: true })
  const restore = useWrite('backups.restore')
  const zone = useZone()
  const run = async () => {
    const result = await restore.run({ id: backup.id })
    onClose()
    // The shop was opened anew, and this dialog went with the one before.
    notifications.show({
      withBorder: true,
      autoClose: 8000,
      ...(result.ok
        ? {
            message: `The shop is as it was on ${momentWords(backup.madeAtMs, zone, formats)}. Settings can undo this.`,
          }
        : { color: 'brick', message: result.problem.message }),
    })
  }
  if (problem) return <ProblemNote problem={problem} />
  if (!preview)
    return (
      <Stack align="center" gap="xs" py="lg" role="status">
        <Loader size="sm" />
        <Text className="quiet">The backup is being checked.</Text>
      </Stack>
    )
  return (
    <DialogForm
      form={{ typed: false, busy: restore.busy, rest: undefined, save: run, cancel: onClose }}
      save={undoes ? 'Undo the restore' : 'Restore'}
    >
      <PreviewWords preview={preview} />
    </DialogForm>
  )
}

function PreviewWords({ preview }: { readonly preview: RestorePreview }) {
  const formats = useFormats()
  const { madeAtMs, shop, shopNow, kinds, halfTyped } = preview
  const zone = useZone()
  const shown = kinds.filter(({ now, backedUp }) => (now ?? 0) > 0 || backedUp > 0)
  return (
    <>
      <Text>
        {shop === '' ? 'The shop' : <b>{shop}</b>} goes back to <b>{momentWords(madeAtMs, zone, formats)}</b>.
        The backup was checked: it is whole.
      </Text>
      {shopNow !== null && shopNow !== shop && (
        <StateMark mark="risk">{`The open shop is called “${shopNow || 'nothing yet'}”: this is another one, or another name.`}</StateMark>
      )}
      {shown.length > 0 && (
        <Table verticalSpacing={4} horizontalSpacing={8} aria-label="What changes">
          <TableHead columns={['What', 'Now', 'In the backup']} rightFrom={1} />
          <Table.Tbody>
            {shown.map(({ kind, now, backedUp }) => (
              <Table.Tr key={kind} fw={now === backedUp ? 400 : 600}>
                <Table.Th scope="row" fw="inherit">
                  {kindWords[kind]}
                </Table.Th>
                <Table.Td ta="right">{now === null ? 'not readable' : formats.number(now)}</Table.Td>
                <Table.Td ta="right">{formats.number(backedUp)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {halfTyped > 0 && <Text>What you typed and did not save stays.</Text>}
      <Text>{asideWords(preview, formats)}</Text>
    </>
  )
}

function asideWords({ aside, changesSince: changes }: RestorePreview, formats: Formats): string {
  if (aside === 'nothing') return 'There is no shop file to put aside.'
  if (aside === 'as it is') return 'What is there now is damaged. It is kept beside the shop file as it is.'
  const made =
    changes === null || changes === 0
      ? ''
      : changes === 1
        ? `The one change made since is taken out, but not ${goesAlong}.`
        : `The ${formats.counted(changes, 'change', 'changes')} made since are taken out, but not ${goesAlong}.`
  return `${made} The shop as it is now is backed up first, so that this can be undone.`.trim()
}

/** What a restore carries over, as what was promised to a customer is not undone by it. */
const goesAlong =
  'that somebody wants no mail, calls or letters, took a yes back, died, paused, was put aside, or could not be reached'
