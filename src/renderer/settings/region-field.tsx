import { Select } from '@mantine/core'
import { useRead } from '../use-call.ts'

interface RegionFieldProps {
  readonly country: string
  readonly value: string
  readonly error: string | undefined
  onChange(region: string): void
}

/** The part of the country whose public holidays hold; nothing where the whole country has the same. */
export function RegionField({ country, value, error, onChange }: RegionFieldProps) {
  const { value: regions = [] } = useRead('hours.regions', { country }, { enabled: country !== '' })
  if (regions.length === 0) return null
  return (
    <Select
      label="Region"
      description="Decides which public holidays are proposed under Hours."
      placeholder="The whole country"
      data={regions.map(({ region, name }) => ({ value: region, label: name }))}
      value={value || null}
      error={error}
      onChange={(region) => onChange(region ?? '')}
      searchable
      clearable
      nothingFoundMessage="No region of that name"
    />
  )
}
