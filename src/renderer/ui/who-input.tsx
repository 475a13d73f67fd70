import { Combobox, TextInput, useCombobox } from '@mantine/core'
import { useRead } from '../use-call.ts'

/** A customer, or just a name. */
export interface Who {
  readonly name: string
  readonly customerId?: number
}

interface WhoInputProps {
  readonly value: Who
  readonly onChange: (value: Who) => void
  readonly error?: string
}

/** A name with the shop's customers suggested while it is typed. */
export function WhoInput({ value, onChange, error }: WhoInputProps) {
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const text = value.name.trim()
  const { value: found } = useRead(
    'customers.search',
    { text, limit: 6 },
    { enabled: text !== '' && value.customerId === undefined, keepPrevious: true },
  )
  const rows = text === '' ? [] : (found?.rows ?? [])
  const choose = (id: string) => {
    const row = rows.find((candidate) => String(candidate.id) === id)
    if (row) onChange({ name: row.name, customerId: row.id })
    combobox.closeDropdown()
  }
  return (
    <Combobox store={combobox} onOptionSubmit={choose}>
      <Combobox.Target>
        <TextInput
          label="Who"
          data-autofocus
          value={value.name}
          placeholder="Name, company or phone"
          description={value.customerId === undefined ? undefined : 'One of your customers'}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          error={error}
          autoComplete="off"
          onChange={(event) => {
            onChange({ name: event.currentTarget.value })
            combobox.openDropdown()
          }}
          onKeyDown={({ key }) => {
            // Enter that takes nobody from the list saves; what is wrong must not stand behind it.
            if (key === 'Enter' && combobox.getSelectedOptionIndex() < 0) combobox.closeDropdown()
          }}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={rows.length === 0}>
        <Combobox.Options aria-label="Customers">
          {rows.map((row) => (
            <Combobox.Option key={row.id} value={String(row.id)}>
              <div className="clip">
                {row.name}
                <span className="quiet">
                  {[row.isAside && 'put aside', row.company, row.phone, row.email]
                    .filter(Boolean)
                    .map((part) => ` · ${part}`)}
                </span>
              </div>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
