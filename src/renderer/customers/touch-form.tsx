import { SegmentedControl, TextInput } from '@mantine/core'
import { useState } from 'react'
import { loggedKinds } from '../../core/customers/touch.ts'
import { DialogForm } from '../ui/dialog-form.tsx'
import { useKept } from '../ui/use-kept.ts'
import { useWrite } from '../use-call.ts'
import { WhoInput, type Who } from './who-input.tsx'

type LoggedKind = (typeof loggedKinds)[number]

const kinds = loggedKinds.map((kind) => ({ value: kind, label: kind[0]!.toUpperCase() + kind.slice(1) }))

const nothing = { who: { name: '' } as Who, kind: 'visit' as LoggedKind, note: '' }

/** One contact with a customer, from anywhere: who, how, and if need be a word. Enter saves. */
export function TouchForm({ onDone }: { readonly onDone: () => void }) {
  const kept = useKept('touch', nothing)
  const { who, kind, note } = kept.value
  const [tried, setTried] = useState(false)
  const log = useWrite('customers.logTouch')

  async function save() {
    setTried(true)
    if (who.name.trim() === '') return
    const result = await log.run({ ...who, kind, note })
    if (!result.ok) return
    kept.startOver()
    onDone()
  }

  const isUnsaid = tried && who.name.trim() === ''
  const atName = log.problem?.field === 'name' ? log.problem : undefined
  return (
    <DialogForm
      save="Log contact"
      busy={log.busy}
      problem={atName ? undefined : log.problem}
      kept={kept}
      onSave={save}
      onCancel={onDone}
    >
      <WhoInput
        value={who}
        onChange={(next) => {
          log.clear()
          kept.set({ who: next })
        }}
        error={isUnsaid ? 'Choose a customer from the list.' : atName?.message}
      />
      <SegmentedControl<LoggedKind>
        aria-label="How"
        data={kinds}
        value={kind}
        onChange={(next) => kept.set({ kind: next })}
        fullWidth
      />
      <TextInput
        label="Note"
        placeholder="What was said"
        value={note}
        autoComplete="off"
        onChange={(event) => kept.set({ note: event.currentTarget.value })}
      />
    </DialogForm>
  )
}
