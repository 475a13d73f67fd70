import { Button, Center, Group, Stack, Text, Title } from '@mantine/core'
import type { ShopState } from '../../core/machine/calls.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useWrite } from '../use-call.ts'

/** The shop file cannot be opened: says why, and never starts an empty one unasked. */
export function QuestionPage({ state }: { readonly state: Extract<ShopState, { state: 'question' }> }) {
  const openOther = useWrite('shop.openOther')
  const startNew = useWrite('shop.startNew')
  return (
    <Center mih="100vh" component="main">
      <Stack className="panel" p="xl" maw={560} gap="md">
        <Title order={1} size={24}>
          Where is the shop?
        </Title>
        <Text>
          Wellkept last worked with <b>{state.file}</b>. {state.problem.message}
        </Text>
        <Group>
          <Button onClick={() => void openOther.run({})} autoFocus>
            Show where it is…
          </Button>
          <Button variant="default" onClick={() => void startNew.run({})}>
            Start a new shop…
          </Button>
        </Group>
        <ProblemNote problem={openOther.problem ?? startNew.problem} />
      </Stack>
    </Center>
  )
}
