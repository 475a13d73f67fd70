import { Select, Skeleton, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { languageNames, languages, spokenLanguage } from '../../core/out/languages.ts'
import { messageNames, messages } from '../../core/out/messages.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useShop } from '../ui/shop-context.ts'
import { useRead } from '../use-call.ts'
import { VoiceForm } from './voice-form.tsx'
import { WordsRow } from './words-row.tsx'

const sentences = messageNames.filter((name) => messages[name].place === 'personal')

/** How the shop speaks to one person. */
export function VoicePanel() {
  const { country, language: chosen } = useShop()
  const [language, setLanguage] = useState(spokenLanguage(country, chosen))
  const voice = useRead('letters.voice', {})
  const words = useRead('shop.ownWords', { language })
  const own = new Map(words.value?.map(({ message, words: said }) => [message, said]))
  return (
    <Stack className="panel" p="md" gap="sm" component="section" aria-labelledby="voice-title">
      <div>
        <Title order={2} size={18} id="voice-title">
          How the shop speaks
        </Title>
        <Text size="sm" className="quiet">
          In letters and mails to one customer. They open with the name where it is sure, and in the
          customer’s own language where it is one of six.
        </Text>
      </div>
      <ProblemNote problem={voice.problem ?? words.problem} />
      {voice.value ? <VoiceForm voice={voice.value} /> : !voice.problem && <Skeleton height={180} />}
      <Select
        label="Opening and ending in"
        data={languages.map((value) => ({ value, label: languageNames[value] }))}
        value={language}
        allowDeselect={false}
        onChange={(value) => setLanguage(languages.find((one) => one === value) ?? language)}
      />
      {words.value && (
        <div>
          {sentences.map((name) => (
            <WordsRow key={`${language} ${name}`} name={name} own={own.get(name)} language={language} />
          ))}
        </div>
      )}
    </Stack>
  )
}
