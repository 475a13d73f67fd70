import { Button, Center, Group, Stack, Text, Title } from '@mantine/core'
import type { ShopState } from '../../core/machine/calls.ts'
import { BackupChoice } from '../backups/backup-choice.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useWrite } from '../use-call.ts'

/** Problems of the file itself, which a backup answers. */
const lost: readonly string[] = ['missing', 'empty', 'damaged', 'not-a-shop', 'altered']

/** The shop file cannot be opened: says why, and never starts an empty one unasked. */
export function QuestionPage({ state }: { readonly state: Extract<ShopState, { state: 'question' }> }) {
  const openOther = useWrite('shop.openOther')
  const startNew = useWrite('shop.startNew')
  const goOn = useWrite('shop.goOnHere')
  const { code, message } = state.problem
  const isMoved = code === 'moved'
  return (
    <Center mih="100vh" component="main">
      <Stack className="panel" p="xl" maw={lost.includes(code) ? 860 : 560} gap="md">
        <Title order={1} size={24}>
          {isMoved ? 'This shop was packed for another PC' : 'Where is the shop?'}
        </Title>
        <Text>
          Wellkept last worked with <b>{state.file}</b>. {message}
        </Text>
        <Group>
          <Button onClick={() => void openOther.run({})} autoFocus>
            {isMoved ? 'Open another shop…' : 'Show where it is…'}
          </Button>
          <Button variant="default" onClick={() => void startNew.run({})}>
            Start a new shop…
          </Button>
          {isMoved && (
            <Button variant="default" loading={goOn.busy} onClick={() => void goOn.run({})}>
              Go on here
            </Button>
          )}
        </Group>
        <ProblemNote problem={openOther.problem ?? startNew.problem ?? goOn.problem} />
        {lost.includes(code) && <BackupChoice />}
      </Stack>
    </Center>
  )
}
