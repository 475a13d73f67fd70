import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { parseWeek } from '../../core/hours/blocks-text.ts'
import { languagesOf, type Language } from '../../core/out/languages.ts'
import { shopCalls } from '../../core/shop/calls.ts'
import { emptyWeekTexts, WeekEditor } from '../hours/week-editor.tsx'
import { Form, SaveButton } from '../ui/form.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useCallForm } from '../ui/use-call-form.ts'
import { useKept } from '../ui/use-kept.ts'
import { useWrite } from '../use-call.ts'
import { PlaceFields } from './place-fields.tsx'
import { LanguageField } from './language-field.tsx'
import { here, languageHere } from './places.ts'
import { SampleChoice } from './sample-choice.tsx'

/** The first minute: name, place, hours – or a look at the sample shop. `own` is the shop the owner has already; '' for none. */
export const FirstRunPage = ({ own }: { readonly own: string }) => (
  <Stack component="main" maw={780} mx="auto" p="md" gap="sm">
    <OtherWays own={own} />
    <BeginForm />
  </Stack>
)

/** What the program is for, and the ways into it that need no new shop. */
function OtherWays({ own }: { readonly own: string }) {
  const moveIn = useWrite('shop.moveIn')
  const back = useWrite('shop.backToOwn')
  return (
    <>
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
          <SampleChoice />
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
      <ProblemNote problem={back.problem ?? moveIn.problem} />
    </>
  )
}

/** Where a country has one language, nobody is asked. */
const notAsked: { readonly language: Language | '' } = { language: '' }

function BeginForm() {
  const kept = useKept('first-run', {
    name: '',
    ...here(),
    ...notAsked,
    texts: emptyWeekTexts,
  })
  const { texts, language: typed, ...shop } = kept.value
  const choices = languagesOf(shop.country)
  const language = choices.find((one) => one === typed) ?? languageHere(shop.country)
  const week = parseWeek(texts)
  const form = useCallForm(shopCalls, 'shop.begin', {
    kept,
    input: { ...shop, language: language || undefined, week: week.ok ? week.value : {} },
    missing: week.ok ? {} : { week: week.problem.message },
  })
  return (
    // No word of when it was left: a shop that has not begun has no time zone.
    <Form form={{ ...form, kept: undefined }} className="panel" p="md" gap="sm">
      <TextInput label="What is your shop called?" autoFocus {...form.text('name')} />
      <PlaceFields form={form} onChange={form.set} />
      {choices.length > 1 && (
        <LanguageField
          country={shop.country}
          choices={choices}
          value={language}
          error={form.error('language')}
          onChange={(next) => form.set({ language: next })}
        />
      )}
      <Text fw={500} size="sm">
        When is it open?
      </Text>
      <WeekEditor value={texts} onChange={(next) => form.set({ texts: next })} />
      <Group justify="space-between">
        <Text className="quiet" size="sm">
          All of it can be changed later. Everything stays on this PC.
        </Text>
        <SaveButton form={form} size="md">
          Begin
        </SaveButton>
      </Group>
    </Form>
  )
}
