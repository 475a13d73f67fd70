import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useState } from 'react'
import { parseWeek } from '../../core/hours/blocks-text.ts'
import type { Problem } from '../../core/result.ts'
import { shopCalls } from '../../core/shop/calls.ts'
import { emptyWeekTexts, WeekEditor } from '../hours/week-editor.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useKept } from '../ui/use-kept.ts'
import { useWrite } from '../use-call.ts'
import { PlaceFields } from './place-fields.tsx'
import { here } from './places.ts'

/** The first minute: name, place, hours – or a look at the sample shop. `own` is the shop the owner has already; '' for none. */
export function FirstRunPage({ own }: { readonly own: string }) {
  const kept = useKept('first-run', { name: '', ...here(), texts: emptyWeekTexts })
  const { texts, ...shop } = kept.value
  const [problem, setProblem] = useState<Problem>()
  const beginning = useWrite('shop.begin')
  const openSample = useWrite('shop.openSample')
  const moveIn = useWrite('shop.moveIn')
  const back = useWrite('shop.backToOwn')

  async function begin() {
    const parsed = shopCalls['shop.setUp'].input.safeParse(shop)
    if (!parsed.success) {
      const { message, path } = parsed.error.issues[0]!
      return setProblem({ code: 'bad-input', message, field: String(path[0]) })
    }
    const week = parseWeek(texts)
    if (!week.ok) return setProblem(week.problem)
    setProblem(undefined)
    if ((await beginning.run({ ...parsed.data, week: week.value })).ok) kept.startOver()
  }

  const fieldProblem = (field: string) => (problem?.field === field ? problem.message : undefined)
  return (
    <Stack component="main" maw={780} mx="auto" p="md" gap="sm">
      <Group justify="space-between" align="flex-end" wrap="nowrap">
        <div>
          <Title order={1} size={30}>
            Wellkept keeps your shop’s word
          </Title>
          <Text className="quiet" size="sm">
            {own === ''
              ? 'Hours, quality, promises, customers: each morning, what must not be forgotten.'
              : `This is a new, empty shop. ${own} is as you left it.`}
          </Text>
        </div>
        <Stack gap={4} style={{ flexShrink: 0 }} maw="45%">
          {own !== '' && (
            <Button
              leftSection={<IconArrowBackUp size={16} aria-hidden />}
              title={`Back to ${own}`}
              loading={back.busy}
              onClick={() => void back.run({})}
            >
              Back to {own}
            </Button>
          )}
          <Button variant="default" loading={openSample.busy} onClick={() => void openSample.run({})}>
            Look at a sample shop
          </Button>
          <Button
            variant="subtle"
            size="compact-sm"
            loading={moveIn.busy}
            onClick={() => void moveIn.run({})}
          >
            I have a shop file from another PC…
          </Button>
        </Stack>
      </Group>
      <ProblemNote problem={back.problem ?? openSample.problem ?? moveIn.problem} />
      <Stack
        component="form"
        className="panel"
        p="md"
        gap="sm"
        onSubmit={(event) => {
          event.preventDefault()
          void begin()
        }}
      >
        <TextInput
          label="What is your shop called?"
          value={shop.name}
          error={fieldProblem('name')}
          onChange={(event) => kept.set({ name: event.currentTarget.value })}
          autoFocus
        />
        <PlaceFields value={shop} onChange={kept.set} />
        <Text fw={500} size="sm">
          When is it open?
        </Text>
        <WeekEditor value={texts} onChange={(next) => kept.set({ texts: next })} />
        <ProblemNote problem={(problem?.field === 'name' ? undefined : problem) ?? beginning.problem} />
        <Group justify="space-between">
          <Text className="quiet" size="sm">
            All of it can be changed later. Everything stays on this PC.
          </Text>
          <Button type="submit" size="md" loading={beginning.busy}>
            Begin
          </Button>
        </Group>
      </Stack>
    </Stack>
  )
}
