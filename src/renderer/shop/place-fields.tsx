import { Group, Select } from '@mantine/core'
import { useCallbackRef } from '@mantine/hooks'
import { memo, useMemo, useRef } from 'react'
import { fold } from '../../core/fold.ts'
import { countries, otherNames, zones, type Choice } from './places.ts'

type Place = { readonly country: string; readonly zone: string }

interface PlaceFieldsProps {
  readonly form: { readonly value: Place; error(field: keyof Place): string | undefined }
  onChange(value: Place): void
}

/** Country and time zone, both searchable. */
export function PlaceFields({ form: { value, error }, onChange }: PlaceFieldsProps) {
  const countryChoices = useMemo(() => countries(), [])
  const zoneChoices = useMemo(
    () =>
      [...new Set([value.zone, ...zones()])].filter(Boolean).map((zone) => ({ value: zone, label: zone })),
    [value.zone],
  )
  const setCountry = useCallbackRef((country: string) => onChange({ ...value, country }))
  const setZone = useCallbackRef((zone: string) => onChange({ ...value, zone }))
  return (
    <Group grow align="flex-start">
      <PlaceSelect
        label="Country"
        choices={countryChoices}
        value={value.country}
        error={error('country')}
        othersOf={otherNames}
        nothingFound="No country of that name"
        onChange={setCountry}
      />
      <PlaceSelect
        label="Time zone"
        choices={zoneChoices}
        value={value.zone}
        error={error('zone')}
        othersOf={noOthers}
        nothingFound="No time zone of that name"
        onChange={setZone}
      />
    </Group>
  )
}

interface PlaceSelectProps {
  readonly label: string
  readonly choices: readonly Choice[]
  readonly value: string
  readonly error: string | undefined
  /** What else a choice is called. */
  readonly othersOf: (value: string) => readonly string[]
  readonly nothingFound: string
  readonly onChange: (value: string) => void
}

const noOthers = (): readonly string[] => []

/**
 * A place found by a name; Enter takes the likeliest, and so does going on to the next field. Its long list is gone through at
 * each drawing, which a key typed into another field must not wait for.
 */
const PlaceSelect = memo(function PlaceSelect({ choices, othersOf, onChange, ...field }: PlaceSelectProps) {
  const { value } = field
  const typed = useRef('')
  const found = (search: string) => likeliestFirst(choices, search, othersOf)
  const leave = () => {
    const isAnother =
      typed.current !== '' && typed.current !== choices.find((one) => one.value === value)?.label
    const [likeliest] = isAnother ? found(typed.current) : []
    if (likeliest) onChange(likeliest.value)
  }
  return (
    <Select
      label={field.label}
      error={field.error}
      data={choices}
      value={value || null}
      onChange={(next) => onChange(next ?? '')}
      searchable
      onSearchChange={(text) => (typed.current = text)}
      onBlurCapture={leave}
      filter={({ search }) => [...found(search)]}
      nothingFoundMessage={field.nothingFound}
    />
  )
})

/** Places of which a name, or a word of it, begins with what was typed. */
function likeliestFirst(
  choices: readonly Choice[],
  search: string,
  othersOf: (value: string) => readonly string[],
): readonly Choice[] {
  const sought = fold(search)
  const has = (name: string) => ` ${fold(name)}`.includes(` ${sought}`)
  const found = choices.filter(({ label, value }) => has(label) || othersOf(value).some(has))
  const isFirst = ({ label }: Choice) => fold(label).startsWith(sought)
  return [...found.filter(isFirst), ...found.filter((place) => !isFirst(place))]
}
