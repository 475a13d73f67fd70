import { Accordion, Skeleton, Stack, Text, Title } from '@mantine/core'
import { languageNames, spokenLanguage } from '../../core/out/languages.ts'
import { messageNames, messages, places, type MessageName, type Place } from '../../core/out/messages.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useShop } from '../ui/shop-context.ts'
import { useFormats } from '../ui/use-formats.ts'
import { useRead } from '../use-call.ts'
import { WordsRow } from './words-row.tsx'

// How one person is spoken to stands beside the voice.
const inOrder = (Object.keys(places) as readonly Place[]).filter((place) => place !== 'personal')

/** Every sentence that goes out to customers, in the shop's language; the owner can put each into other words. */
export function WordsPanel() {
  const shop = useShop()
  const { value, problem } = useRead('shop.ownWords', {})
  const own = new Map(value?.map(({ message, words }) => [message, words]))
  return (
    <Stack className="panel" p="md" gap="sm" component="section" aria-labelledby="words-title">
      <div>
        <Title order={2} size={18} id="words-title">
          Words to customers
        </Title>
        <Text size="sm" className="quiet">
          {`The shop speaks ${languageNames[spokenLanguage(shop.country, shop.language)]}; letters go in the customer’s own language where it is one of six. Each sentence can be put into your own words.`}
        </Text>
      </div>
      <ProblemNote problem={problem} />
      {!value && !problem && <Skeleton height={220} />}
      {value && (
        <Accordion multiple variant="separated">
          {inOrder.map((place) => (
            <PlaceWords key={place} place={place} own={own} />
          ))}
        </Accordion>
      )}
    </Stack>
  )
}

interface PlaceWordsProps {
  readonly place: Place
  readonly own: ReadonlyMap<MessageName, string>
}

function PlaceWords({ place, own }: PlaceWordsProps) {
  const { counted } = useFormats()
  const names = messageNames.filter((name) => messages[name].place === place)
  const changed = names.filter((name) => own.has(name)).length
  return (
    <Accordion.Item value={place}>
      <Accordion.Control>
        {places[place]}
        <Text span size="sm" className="quiet">
          {` · ${counted(names.length, 'sentence', 'sentences')}${changed > 0 ? `, ${counted(changed, 'is', 'are')} your own` : ''}`}
        </Text>
      </Accordion.Control>
      <Accordion.Panel>
        {names.map((name) => (
          <WordsRow key={name} name={name} own={own.get(name)} />
        ))}
      </Accordion.Panel>
    </Accordion.Item>
  )
}
