import { Button, Group, List, Modal, Stack, Text } from '@mantine/core'
import type { Packed } from '../../core/backups/calls.ts'
import { useState } from 'react'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useWrite } from '../use-call.ts'

/** Packs the shop for a new PC, and says what to do there. */
export function MoveDialog({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title="Move to a new PC" size={560}>
      <MoveBody onClose={onClose} />
    </Modal>
  )
}

function MoveBody({ onClose }: { readonly onClose: () => void }) {
  const moveOut = useWrite('shop.moveOut')
  const [packed, setPacked] = useState<Packed>()
  const pack = async () => {
    const result = await moveOut.run({})
    if (result.ok && result.value) setPacked(result.value)
  }
  if (packed) return <NextSteps packed={packed} onClose={onClose} />
  return (
    <Stack gap="sm">
      <Text>
        The whole shop goes into one file: hours, stock, promises, customers, newsletters. Put it on a stick,
        or in a folder the new PC can reach.
      </Text>
      <Text>
        Do it when you are done here: what you enter on this PC afterwards is not in the file. From its next
        start on, this PC asks before anybody goes on in the old shop.
      </Text>
      <ProblemNote problem={moveOut.problem} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button data-autofocus loading={moveOut.busy} onClick={() => void pack()}>
          Choose a folder…
        </Button>
      </Group>
    </Stack>
  )
}

function NextSteps({
  packed: { file, folder },
  onClose,
}: {
  readonly packed: Packed
  readonly onClose: () => void
}) {
  return (
    <Stack gap="sm">
      <Text role="status">
        The shop is in the file <b>{file}</b> in <b>{folder}</b>, and was checked. Now, on the new PC:
      </Text>
      <List type="ordered" spacing="xs" size="sm">
        <List.Item>Install Wellkept and start it.</List.Item>
        <List.Item>
          Press <b>I have a shop file from another PC</b>; if a shop is open there already, choose it under
          File.
        </List.Item>
        <List.Item>
          Choose <b>{file}</b>. It is copied to the new PC, so that the stick can go into a drawer.
        </List.Item>
      </List>
      <Group justify="flex-end">
        <Button data-autofocus onClick={onClose}>
          Done
        </Button>
      </Group>
    </Stack>
  )
}
