import { Select } from '@mantine/core'
import { languageNames, languages, spokenLanguage, type Language } from '../../core/out/languages.ts'

interface LanguageFieldProps {
  readonly country: string
  readonly value: Language | ''
  readonly error: string | undefined
  readonly choices?: readonly Language[]
  onChange(language: Language | ''): void
}

/** In which the shop speaks to its customers; none chosen is the most spoken of its country. */
export const LanguageField = ({
  country,
  value,
  choices = languages,
  onChange,
  ...field
}: LanguageFieldProps) => (
  <Select
    label="Language to customers"
    description="Of door signs, notices, the telephone and newsletters. This window stays English."
    placeholder={`None chosen yet: ${languageNames[spokenLanguage(country, '')]}`}
    data={choices.map((language) => ({ value: language, label: languageNames[language] }))}
    value={value || null}
    onChange={(language) => onChange(language ?? '')}
    allowDeselect={false}
    {...field}
  />
)
