import { Button, Center, Group, Stack, Text, Title } from '@mantine/core'
import type { OwnShop, QuestionState } from '../../core/machine/calls.ts'
import { BackupChoice } from '../backups/backup-choice.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useWrite } from '../use-call.ts'

/** Problems of the file itself, which a backup answers. */
const lost: readonly string[] = ['missing', 'empty', 'damaged', 'not-a-shop', 'altered']

/** The shop file cannot be opened: says which and why, and never starts an empty one unasked. */
export function QuestionPage({ state }: { readonly state: QuestionState }) {
  const tryAgain = useWrite('shop.tryAgain')
  const openOther = useWrite('shop.openOther')
  const startNew = useWrite('shop.startNew')
  const goOn = useWrite('shop.goOnHere')
  const { code, message } = state.problem
  const isMoved = code === 'moved'
  // To try again helps where something outside of the file was in the way.
  const mayPass = code === 'missing' || !lost.includes(code)
  // Without settings nobody knows which file it was.
  const isKnown = code !== 'settings-lost'
  return (
    <Center mih="100vh" component="main">
      <Stack className="panel" p="xl" m="md" w="100%" maw={lost.includes(code) ? 860 : 620} gap="md">
        <Title order={1} size={24} className="long-words">
          {titleOf(state)}
        </Title>
        <Text className="long-words">{message}</Text>
        {isKnown && <WhichFile state={state} />}
        <Group gap="sm">
          {isMoved ? (
            <Button variant="default" loading={goOn.busy} onClick={() => void goOn.run({})}>
              Go on here
            </Button>
          ) : (
            isKnown && (
              <Button
                variant={mayPass ? 'filled' : 'default'}
                loading={tryAgain.busy}
                onClick={() => void tryAgain.run({})}
                autoFocus
              >
                Try again
              </Button>
            )
          )}
          <Button
            variant={isKnown && !isMoved ? 'default' : 'filled'}
            autoFocus={!isKnown || isMoved}
            onClick={() => void openOther.run({})}
          >
            {isMoved ? 'Open another shop…' : 'Show where it is…'}
          </Button>
          <Button variant="default" onClick={() => void startNew.run({})}>
            Start a new shop…
          </Button>
        </Group>
        <ProblemNote problem={openOther.problem ?? startNew.problem ?? goOn.problem} />
        {state.others.length > 0 && <OtherShops shops={state.others} />}
        {lost.includes(code) && <BackupChoice />}
      </Stack>
    </Center>
  )
}

/** The owner's other shops, each with its file: two may have one name. */
function OtherShops({ shops }: { readonly shops: readonly OwnShop[] }) {
  const open = useWrite('shop.openRecent')
  return (
    <Stack gap="xs" component="section" aria-labelledby="other-shops">
      <Text fw={500} id="other-shops">
        Your shops on this PC
      </Text>
      {shops.map(({ id, name, file, folder }) => (
        <Group key={id} gap="sm" wrap="nowrap" align="baseline">
          <Button
            variant="default"
            size="sm"
            className="long-words"
            style={{ flexShrink: 0 }}
            maw="50%"
            disabled={open.busy}
            onClick={() => void open.run({ id })}
          >
            {name}
          </Button>
          <Text className="quiet long-words" size="sm">
            {file} in {folder}
          </Text>
        </Group>
      ))}
      <ProblemNote problem={open.problem} />
    </Stack>
  )
}

function titleOf({ name, problem }: QuestionState): string {
  const shop = name === '' ? 'the shop' : `“${name}”`
  if (problem.code === 'moved')
    return name === '' ? 'This shop was packed for another PC' : `${shop} was packed for another PC`
  if (problem.code === 'missing' || problem.code === 'settings-lost') return `Where is ${shop}?`
  return `${name === '' ? 'The shop' : shop} cannot be opened`
}

/** The file by its name and folder, never cut: on a stick or a network it says which one is meant. */
function WhichFile({ state }: { readonly state: QuestionState }) {
  return (
    <dl className="which-file">
      <dt className="quiet">File</dt>
      <dd>{state.file}</dd>
      <dt className="quiet">Folder</dt>
      <dd>{state.folder}</dd>
    </dl>
  )
}
