import { Checkbox, Group, Modal, NumberInput, Select, Stack } from '@mantine/core'
import { useState } from 'react'
import {
  addressForms,
  envelopeNames,
  envelopes,
  isEnvelope,
  labelFormNames,
  labelForms,
  labelsOn,
  type AddressForm,
} from '../../core/customers/labels/forms.ts'
import type { LabelSheet } from '../../core/customers/labels/sheet.ts'
import { paperAtHome } from '../ui/paper-choice.ts'
import { PrintButtons } from '../ui/paper-tools.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { SheetFrame } from '../ui/sheet-frame.tsx'
import { useShop } from '../ui/shop-context.ts'
import { useFormats } from '../ui/use-formats.ts'
import { usePaper } from '../ui/use-paper.ts'
import { useRemembered } from '../ui/use-remembered.ts'
import { useRead } from '../use-call.ts'

interface LabelsDialogProps {
  /** Whose; without any, all who get no mail. Undefined while none is open. */
  readonly customerIds: readonly number[] | undefined
  readonly onClose: () => void
}

/** Address labels and envelopes, as they will be printed. */
export function LabelsDialog({ customerIds, onClose }: LabelsDialogProps) {
  return (
    <Modal
      opened={customerIds !== undefined}
      onClose={onClose}
      title={customerIds?.length === 0 ? 'Labels for all who get no mail' : 'Address labels and envelopes'}
      size="xl"
    >
      {customerIds && <Labels customerIds={customerIds} />}
    </Modal>
  )
}

const forms = [
  {
    group: 'Labels on A4',
    items: labelFormNames.filter((name) => labelForms[name].sheet === 'A4').map(labelItem),
  },
  {
    group: 'Labels on Letter',
    items: labelFormNames.filter((name) => labelForms[name].sheet === 'Letter').map(labelItem),
  },
  { group: 'Envelopes', items: envelopeNames.map((value) => ({ value, label: envelopes[value].name })) },
]

function labelItem(value: (typeof labelFormNames)[number]) {
  return { value, label: labelForms[value].name }
}

/** At which label a sheet begins by what is typed, which may be nothing for a moment. */
const startOn = (form: AddressForm, typed: string | number): number =>
  isEnvelope(form) ? 1 : Math.min(Math.max(1, Number(typed) || 1), labelsOn(form))

function Labels({ customerIds }: { readonly customerIds: readonly number[] }) {
  const { country } = useShop()
  const atHome: AddressForm = paperAtHome(country) === 'Letter' ? '5160' : 'L7160'
  const [kept, setForm] = useRemembered<AddressForm | ''>('label-form', ['', ...addressForms])
  const form = kept === '' ? atHome : kept
  const [start, setStart] = useState<string | number>(1)
  const [sender, setSender] = useState(true)
  const onEnvelope = isEnvelope(form)
  const use = usePaper()
  const paper = onEnvelope ? 'A4' : labelForms[form].sheet
  const input = {
    customerIds: [...customerIds],
    form,
    sender,
    start: startOn(form, start),
  }
  const sheet = { call: 'customers.labels', input, paper } as const
  const { value, problem } = useRead('customers.labels', input, { keepPrevious: true })
  return (
    <Stack gap="sm">
      <Group align="flex-end" gap="sm">
        <Select
          label="Labels or envelope"
          w={330}
          data={forms}
          value={form}
          allowDeselect={false}
          onChange={(value) => {
            if (!value) return
            setForm(value)
            setStart(startOn(value, start))
          }}
          data-autofocus
        />
        {onEnvelope ? (
          <Checkbox
            label="With the shop as the sender"
            checked={sender}
            onChange={(event) => setSender(event.currentTarget.checked)}
          />
        ) : (
          <NumberInput
            label="Begin at label"
            w={120}
            min={1}
            max={labelsOn(form)}
            allowDecimal={false}
            allowNegative={false}
            value={start}
            onChange={setStart}
            onBlur={() => setStart(input.start)}
          />
        )}
        <PrintButtons
          use={use}
          sheet={sheet}
          canPrint={!onEnvelope}
          disabled={!value || problem !== undefined}
        />
      </Group>
      <ProblemNote problem={problem ?? use.problem} />
      {value && !problem && (
        <>
          <Found value={value} onEnvelope={onEnvelope} />
          <SheetFrame title="Preview of the addresses" sheet={sheet} zoom={0.6} height={760} />
        </>
      )}
    </Stack>
  )
}

function Found({
  value: { count, left, leftCount },
  onEnvelope,
}: {
  readonly value: LabelSheet
  readonly onEnvelope: boolean
}) {
  const { counted, number } = useFormats()
  const further = leftCount - left.length
  return (
    <div aria-live="polite">
      <p className="labels-count" data-fact>
        {`${counted(count, 'address', 'addresses')}. ${
          onEnvelope
            ? 'Save them as a PDF, and print that with the envelopes in the printer, at actual size.'
            : 'Print at actual size, without “fit to page”.'
        }`}
      </p>
      {leftCount > 0 && (
        <details>
          <summary>{`${counted(leftCount, 'person is', 'people are')} left out`}</summary>
          <ul className="plain-list">
            {left.map(({ customerId, name, why }) => (
              <li key={customerId}>{`${name || 'No name'}: ${why}`}</li>
            ))}
            {further > 0 && <li className="quiet">{`and ${number(further)} more`}</li>}
          </ul>
        </details>
      )}
    </div>
  )
}
