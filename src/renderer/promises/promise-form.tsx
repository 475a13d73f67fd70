import { Group, TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { Sent } from '../../core/calls.ts'
import { promisesCalls } from '../../core/promises/calls.ts'
import { DialogForm } from '../ui/dialog-form.tsx'
import { useKept } from '../ui/use-kept.ts'
import { useWrite } from '../use-call.ts'
import { useTypedWhen, WhenInput } from './when-input.tsx'
import { WhoInput, type Who } from '../customers/who-input.tsx'

const nothing = { who: { name: '' } as Who, phone: '', what: '', told: '', priceCap: '' }

/** A promise in ten seconds: who, what, by when, at most for how much. Enter saves. */
export function PromiseForm({ onDone }: { readonly onDone: () => void }) {
  const make = useWrite('promises.make')
  const kept = useKept('promise', nothing)
  const { who, phone, what, told, priceCap } = kept.value
  const [tried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  // Where the form is loaded only when it is first opened, the dialog has looked for its first field too early.
  useEffect(() => form.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus(), [])

  const by = useTypedWhen(told, kept.typedAtMs('told'), 'ahead')
  const isNew = who.customerId === undefined
  const input: Sent<'promises.make'> = {
    ...who,
    ...(isNew && { phone }),
    what,
    told: by.when?.local ?? '',
    priceCap,
  }
  const errors = { ...(tried ? problemsOf(input) : {}), ...fieldProblem(make.problem) }
  const elsewhere = make.problem?.field && make.problem.field in errors ? undefined : make.problem

  const save = async () => {
    setTried(true)
    if (Object.keys(problemsOf(input)).length > 0) return
    const result = await make.run(input)
    if (!result.ok) return
    kept.startOver()
    onDone()
  }
  const type = (change: Partial<typeof nothing>) => {
    make.clear()
    kept.set(change)
  }
  return (
    <DialogForm
      ref={form}
      save="Save promise"
      busy={make.busy}
      problem={elsewhere}
      kept={kept}
      onSave={save}
      onCancel={onDone}
    >
      <WhoInput
        value={who}
        onChange={(next) => type({ who: next })}
        error={errors['name'] ?? errors['customerId']}
      />
      <TextInput
        label="What"
        value={what}
        placeholder="Bread knife sharpened"
        error={errors['what']}
        autoComplete="off"
        onChange={(event) => type({ what: event.currentTarget.value })}
      />
      <Group align="flex-start" grow>
        <WhenInput
          label="Told by when"
          value={by}
          onChange={(next) => type({ told: next })}
          examples="fri 17, tomorrow 10:30, +3d"
          error={errors['told']}
        />
        <TextInput
          label="At most, in money"
          value={priceCap}
          inputMode="decimal"
          placeholder="No limit"
          error={errors['priceCap']}
          autoComplete="off"
          onChange={(event) => type({ priceCap: event.currentTarget.value })}
        />
      </Group>
      {isNew && (
        <TextInput
          label="Phone, of somebody new"
          value={phone}
          inputMode="tel"
          placeholder="To call before it is late"
          error={errors['phone']}
          autoComplete="off"
          onChange={(event) => type({ phone: event.currentTarget.value })}
        />
      )}
    </DialogForm>
  )
}

type Errors = Readonly<Record<string, string>>

/** What the contract will not take, by field, before anything is sent. */
function problemsOf(input: Sent<'promises.make'>): Errors {
  const errors: Record<string, string> = {}
  if (input.customerId === undefined && !input.name?.trim()) errors['name'] = 'Say who it is promised to.'
  if (input.told === '') errors['told'] = 'Say by when it was promised.'
  const parsed = promisesCalls['promises.make'].input.safeParse(input)
  for (const issue of parsed.error?.issues ?? []) errors[String(issue.path[0])] ??= issue.message
  return errors
}

const fieldProblem = (problem: { field?: string; message: string } | undefined): Errors =>
  problem?.field && ['name', 'customerId', 'phone', 'what', 'told', 'priceCap'].includes(problem.field)
    ? { [problem.field]: problem.message }
    : {}
