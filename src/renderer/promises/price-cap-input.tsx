import { TextInput, type TextInputProps } from '@mantine/core'

/** For how much at most; empty is no limit. */
export const PriceCapInput = (field: TextInputProps) => (
  <TextInput
    label="At most, in money"
    inputMode="decimal"
    placeholder="No limit"
    autoComplete="off"
    {...field}
  />
)
