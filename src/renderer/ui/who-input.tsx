import { Combobox, TextInput, useCombobox } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { isNumberTyped, isPhoneTyped, meantByNumber } from '../../core/customers/typed-phone.ts'
import { useCall } from '../call.ts'
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
  readonly label?: string
  /** False where other fields come before it. */
  readonly isFirst?: boolean
  /** What is asked while nothing stands there. */
  readonly hint?: string | undefined
  /** Takes a phone number that nobody on file has; without it the number stays, and is refused as a name. */
  readonly onPhone?: ((phone: string) => void) | undefined
}

/** A name with the shop's customers suggested while it is typed; a number is settled by whoever has it when the field is left. */
export function WhoInput(props: WhoInputProps) {
  const { value, onChange, error, hint, onPhone, label = 'Who', isFirst = true } = props
  const call = useCall()
  const input = useRef<HTMLInputElement>(null)
  const leftByKey = useRef(false)
  // What comes back from an earlier time is written over by the next name.
  useEffect(() => (isFirst ? input.current?.select() : undefined), [isFirst])
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
  const { customerId } = value
  const chosen = useRead(
    'customers.one',
    { customerId: customerId ?? 1 },
    { enabled: customerId !== undefined },
  )
  const isNumber = customerId === undefined && isNumberTyped(text)
  /** A number that somebody's begins with, or that several have. */
  const [open, setOpen] = useState('')
  const settle = async (by: 'key' | 'enter' | 'pointer') => {
    const answer = await call('customers.search', { text, limit: 50 })
    // Typed on, taken from the list or given up meanwhile.
    if (!answer.ok || input.current?.value.trim() !== text) return
    const { rows: having, total } = answer.value
    const one = meantByNumber(text, having, total)
    if (one) onChange({ name: one.name, customerId: one.id })
    else if (total === 0 && onPhone && isPhoneTyped(text)) {
      onPhone(text)
      if (by !== 'pointer') input.current.focus()
    } else {
      if (total > 0) setOpen(text)
      if (by !== 'enter') return
      input.current.form?.requestSubmit()
      if (total > 0) combobox.openDropdown()
    }
  }
  const isAside = chosen.value?.id === customerId && typeof chosen.value?.asideSinceMs === 'number'
  const customer = isAside ? 'One of your customers, put aside' : 'One of your customers'
  const asked = isNumber && open === text ? 'Choose whose number this is, or write the name.' : hint
  const description = customerId !== undefined ? customer : error ? undefined : asked

  return (
    <Combobox store={combobox} onOptionSubmit={choose}>
      <Combobox.Target>
        <TextInput
          ref={input}
          label={label}
          data-autofocus={isFirst || undefined}
          value={value.name}
          placeholder="Name, company or phone"
          description={description}
          descriptionProps={{ size: 'sm', c: 'var(--mantine-color-text)' }}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          error={error}
          autoComplete="off"
          onChange={(event) => {
            onChange({ name: event.currentTarget.value })
            combobox.openDropdown()
          }}
          onFocus={() => {
            if (isNumber && open === text) combobox.openDropdown()
          }}
          onKeyDown={(event) => {
            // Enter that takes nobody from the list saves; what is wrong must not stand behind it.
            if (event.key !== 'Enter' || combobox.getSelectedOptionIndex() >= 0) {
              leftByKey.current = event.key === 'Tab' && !event.shiftKey
              return
            }
            combobox.closeDropdown()
            if (!isNumber) return
            event.preventDefault()
            void settle('enter')
          }}
          onBlur={() => {
            combobox.closeDropdown()
            if (isNumber) void settle(leftByKey.current ? 'key' : 'pointer')
            leftByKey.current = false
          }}
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
