import { SegmentedControl, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { lettersCalls, type Letter } from '../../core/letters/calls.ts'
import { ways, wayWords, type Way } from '../../core/letters/occasions.ts'
import { DialogForm } from '../ui/form.tsx'
import { useCallForm } from '../ui/use-call-form.ts'
import { useKept } from '../ui/use-kept.ts'
import type { LetterTo } from './letter-to.ts'
import { CallOut, MailOut, PaperOut } from './ways-out.tsx'
import { WordsField } from './words-field.tsx'

interface LetterFormProps {
  readonly to: LetterTo
  readonly letter: Letter
  readonly onDone: () => void
}

const doneWords: Readonly<Record<Way, string>> = {
  letter: 'The letter is sent',
  mail: 'The mail is sent',
  call: 'I have called',
}

/** Under what is typed is kept: a letter about another thing is another letter. */
const formOf = ({ customerId, occasion, about }: LetterTo): string =>
  `letter:${customerId}:${occasion}${about ? `:${about.kind}-${about.id}` : ''}`

/** The words, every one of which can be changed, beside what becomes of them. */
export function LetterForm({ to, letter, onDone }: LetterFormProps) {
  const { customerId, occasion, actionId } = to
  const { subject, words, phone, language, closed, shut, about } = letter
  const kept = useKept(formOf(to), { way: usualWay(letter), subject, words, phone, isOpened: false })
  const { way, isOpened } = kept.value
  const isCall = way === 'call'
  const said = isCall ? kept.value.phone : kept.value.words
  const form = useCallForm(lettersCalls, 'letters.done', {
    kept,
    proposals: isCall ? { phone: 'What you say' } : { subject: 'Subject', words: 'Words' },
    input: {
      customerId,
      occasion,
      language,
      way,
      subject: kept.value.subject,
      words: said,
      ...(about && { about }),
      ...(actionId !== undefined && { actionId }),
    },
    shownAt: { words: isCall ? 'phone' : 'words' },
    missing: { way: shut[way] && closed[way] },
    onSaved: onDone,
    onLeave: onDone,
  })
  const [shown] = useDebouncedValue({ subject: kept.value.subject, words: said }, 400)
  return (
    <DialogForm form={form} save={doneWords[way]}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
        <Stack gap="xs">
          <SegmentedControl<Way>
            aria-label="How it goes out"
            data={ways.map((value) => ({ value, label: wayWords[value] }))}
            fullWidth
            {...form.pick('way')}
          />
          {form.error('way') && <p className="broken letter-note">{form.error('way')}</p>}
          {!isCall && (
            <TextInput
              label="Subject"
              lang={language}
              autoComplete="off"
              // Only the button says that it is sent.
              onKeyDown={(key) => key.key === 'Enter' && key.preventDefault()}
              {...form.text('subject')}
            />
          )}
          <WordsField
            label={isCall ? 'What you say' : 'Words'}
            lang={language}
            minRows={isCall ? 6 : 13}
            maxRows={isCall ? 10 : 18}
            phrases={letter.phrases}
            onPut={(text) => form.set(isCall ? { phone: text } : { words: text })}
            {...form.text(isCall ? 'phone' : 'words')}
          />
        </Stack>
        {way === 'letter' && <PaperOut to={to} letter={letter} typed={shown} />}
        {way === 'mail' && (
          <MailOut
            to={to}
            letter={letter}
            typed={{ subject: kept.value.subject, words: said }}
            isOpened={isOpened}
            onOpened={() => form.set({ isOpened: true })}
          />
        )}
        {isCall && <CallOut letter={letter} said={said} />}
      </SimpleGrid>
    </DialogForm>
  )
}

/** Paper where there is an address, else mail, else the telephone. */
const usualWay = ({ closed }: Letter): Way => ways.find((way) => closed[way] === '') ?? 'letter'
