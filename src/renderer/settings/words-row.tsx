import { ActionIcon, Badge, Button, Code, Group, SimpleGrid, Stack, Text, Textarea } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { checkWords } from '../../core/out/check-words.ts'
import { exampleOf } from '../../core/out/example.ts'
import { spokenLanguage, type Language } from '../../core/out/languages.ts'
import { messages, paramsOf, type MessageName } from '../../core/out/messages.ts'
import { standardText } from '../../core/out/voice.ts'
import { wordsCalls } from '../../core/shop/words-calls.ts'
import { CancelButton, Form, SaveButton } from '../ui/form.tsx'
import { useShop } from '../ui/shop-context.ts'
import { useCallForm } from '../ui/use-call-form.ts'
import { useKept } from '../ui/use-kept.ts'

interface WordsRowProps {
  readonly name: MessageName
  /** The owner's own words for it; the standard ones where there are none. */
  readonly own: string | undefined
  /** Unsaid, the shop's. */
  readonly language?: Language
}

/** A sentence as it goes out, and the way to other words. */
export function WordsRow({ name, own, language: asked }: WordsRowProps) {
  const { country, language: chosen } = useShop()
  const [changing, setChanging] = useState(false)
  const language = asked ?? spokenLanguage(country, chosen)
  const standard = standardText(name, language, country)
  const { called } = messages[name]
  if (changing) return <WordsForm {...{ name, standard, own, language }} onDone={() => setChanging(false)} />
  return (
    <div className="row">
      <div className="grow" style={{ overflowWrap: 'anywhere' }}>
        <Text size="xs" className="quiet">
          {called}
        </Text>
        <span lang={language} style={{ whiteSpace: 'pre-line' }}>
          {own ?? standard}
        </span>
      </div>
      {own !== undefined && (
        <Badge variant="light" tt="none" style={{ flexShrink: 0 }}>
          Your own
        </Badge>
      )}
      <ActionIcon variant="transparent" aria-label={`Change: ${called}`} onClick={() => setChanging(true)}>
        <IconPencil size={16} aria-hidden />
      </ActionIcon>
    </div>
  )
}

interface WordsFormProps extends WordsRowProps {
  readonly language: Language
  readonly standard: string
  readonly onDone: () => void
}

const fieldNames = { words: 'The sentence' }

/** A sentence in the owner's own words, with the standard one beside it. */
function WordsForm({ name, standard, own, language, onDone }: WordsFormProps) {
  const shop = { ...useShop(), language }
  const kept = useKept(`words:${language}:${name}`, { words: own ?? standard })
  const checked = checkWords(name, kept.value.words)
  const form = useCallForm(wordsCalls, 'shop.setWords', {
    kept,
    names: fieldNames,
    input: { message: name, words: kept.value.words, language },
    missing: checked.ok ? {} : { words: checked.problem.message },
    isEager: true,
    onSaved: onDone,
    onLeave: onDone,
  })
  const { all } = paramsOf(name)
  return (
    <Form form={form} label={messages[name].called} p="sm">
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        <Textarea
          label={messages[name].called}
          autosize
          autoFocus
          minRows={2}
          lang={language}
          {...form.text('words')}
        />
        <Stack gap={4} style={{ overflowWrap: 'anywhere' }}>
          <Text size="sm" className="quiet">
            Standard
          </Text>
          <Text size="sm" lang={language} style={{ whiteSpace: 'pre-line' }}>
            {standard}
          </Text>
          {checked.ok && (
            <>
              <Text size="sm" className="quiet">
                Customers read
              </Text>
              <Text size="sm" lang={language} style={{ whiteSpace: 'pre-line' }} data-fact>
                {exampleOf(name, shop, { [name]: checked.value })}
              </Text>
            </>
          )}
        </Stack>
      </SimpleGrid>
      {all.length > 0 && (
        <Text size="sm" className="quiet">
          Wellkept fills in{' '}
          {all.map((one, i) => (
            <span key={one}>
              {i > 0 && ', '}
              <Code>{`{${one}}`}</Code>
            </span>
          ))}
        </Text>
      )}
      <Group gap="xs">
        <SaveButton form={form} disabled={!form.ready}>
          Save
        </SaveButton>
        <CancelButton form={form} />
        {own !== undefined && (
          <Button
            variant="subtle"
            loading={form.busy}
            onClick={() => void form.send({ message: name, words: standard, language })}
          >
            Back to standard
          </Button>
        )}
      </Group>
    </Form>
  )
}
