import { Select } from '@mantine/core'
import { useCallbackRef } from '@mantine/hooks'
import { memo, useMemo } from 'react'
import { currencies, currencyNames } from '../../core/money.ts'

interface CurrencyFieldProps {
  readonly value: string
  readonly error: string | undefined
  onChange(currency: string): void
}

/** What the shop's prices are in, found by code or name. */
export function CurrencyField({ onChange, ...field }: CurrencyFieldProps) {
  return <Currencies {...field} onChange={useCallbackRef(onChange)} />
}

/** A list this long is gone through at each drawing, which a key typed into another field must not wait for. */
const Currencies = memo(function Currencies({ value, error, onChange }: CurrencyFieldProps) {
  const choices = useMemo(() => {
    const nameOf = currencyNames()
    return currencies.map((code) => ({ value: code, label: `${code} – ${nameOf(code)}` }))
  }, [])
  return (
    <Select
      label="Currency"
      description="What prices are in. Another currency leaves every price as it is written."
      placeholder="None chosen yet"
      data={choices}
      value={value || null}
      error={error}
      onChange={(currency) => onChange(currency ?? '')}
      searchable
      allowDeselect={false}
      nothingFoundMessage="No currency of that name"
    />
  )
})
