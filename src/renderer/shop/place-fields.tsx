import { Group, Select, type OptionsFilter } from '@mantine/core'
import { useMemo } from 'react'
import { fold } from '../../core/fold.ts'
import { countries, zones } from './places.ts'

interface Place {
  readonly country: string
  readonly zone: string
}

interface PlaceFieldsProps {
  readonly value: Place
  onChange(value: Place): void
}

/** Country and time zone, both searchable. */
export function PlaceFields({ value, onChange }: PlaceFieldsProps) {
  const countryChoices = useMemo(() => [...countries()], [])
  const zoneChoices = useMemo(() => [...new Set([value.zone, ...zones()])].filter(Boolean), [value.zone])
  return (
    <Group grow align="flex-start">
      <Select
        label="Country"
        data={countryChoices}
        value={value.country || null}
        onChange={(country) => onChange({ ...value, country: country ?? '' })}
        searchable
        filter={likeliestFirst}
        nothingFoundMessage="No country of that name"
      />
      <Select
        label="Time zone"
        data={zoneChoices}
        value={value.zone || null}
        onChange={(zone) => onChange({ ...value, zone: zone ?? '' })}
        searchable
        filter={likeliestFirst}
        nothingFoundMessage="No time zone of that name"
      />
    </Group>
  )
}

/** Places whose name, or a word of it, begins with what was typed; Enter takes the first. */
const likeliestFirst: OptionsFilter = ({ options, search }) => {
  const sought = fold(search)
  const places = options.filter((option) => 'value' in option)
  const found = places.filter(({ label }) => ` ${fold(label)}`.includes(` ${sought}`))
  const isFirst = ({ label }: { readonly label: string }) => fold(label).startsWith(sought)
  return [...found.filter(isFirst), ...found.filter((place) => !isFirst(place))]
}
