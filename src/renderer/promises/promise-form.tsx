import { Group, TextInput } from '@mantine/core'
import { noNumberAsName } from '../../core/customers/typed-phone.ts'
import { promisesCalls } from '../../core/promises/calls.ts'
import { MustKnowOf } from '../ui/must-know-of.tsx'
import { OnFile } from '../ui/on-file.tsx'
import { WhoInput, type Who } from '../ui/who-input.tsx'
import { DialogForm } from '../ui/form.tsx'
import { useCallForm } from '../ui/use-call-form.ts'
import { useKept } from '../ui/use-kept.ts'
import { useTypedWhen, WhenInput } from '../ui/when-input.tsx'
import { PriceCapInput } from './price-cap-input.tsx'

const nothing = { who: { name: '' } as Who, phone: '', what: '', told: '', priceCap: '' }

interface PromiseFormProps {
  /** Whom it is promised to, where that is known; what is half typed for them is nobody else's. */
  readonly to?: Required<Who>
  readonly onDone: () => void
}

/** A promise in ten seconds: who, what, by when, at most for how much. Enter saves. */
export function PromiseForm({ to, onDone }: PromiseFormProps) {
  const kept = useKept(to ? `promise:${to.customerId}` : 'promise', { ...nothing, ...(to && { who: to }) })
  const { who, phone, what, told, priceCap } = kept.value
  const by = useTypedWhen(told, kept.typedAtMs('told'), 'ahead')
  const isNew = who.customerId === undefined
  const form = useCallForm(promisesCalls, 'promises.make', {
    kept,
    input: { ...who, ...(isNew && { phone }), what, told: by.when?.local ?? '', priceCap },
    shownAt: { name: 'who', customerId: 'who' },
    missing: {
      who:
        isNew &&
        (who.name.trim() !== ''
          ? noNumberAsName(who.name)
          : phone.trim() === ''
            ? 'Say who it is promised to.'
            : 'Who is it? Write the name of whoever has this phone.'),
      told: !by.when && 'Say by when it was promised.',
    },
    onSaved: onDone,
    onLeave: onDone,
  })
  return (
    <DialogForm form={form} save="Save promise">
      {!to && (
        <WhoInput
          {...form.field('who')}
          hint={
            who.name === '' && phone.trim() !== ''
              ? 'Who is it? The number is kept as their phone.'
              : undefined
          }
          onPhone={
            phone.trim() === '' ? (number) => form.set({ who: { name: '' }, phone: number }) : undefined
          }
        />
      )}
      <MustKnowOf who={who} />
      <TextInput
        label="What"
        placeholder="Bread knife sharpened"
        autoComplete="off"
        data-autofocus={to !== undefined || undefined}
        {...form.text('what')}
      />
      <Group align="flex-start" grow>
        <WhenInput
          label="Told by when"
          value={by}
          onChange={(next) => form.set({ told: next })}
          inHours
          examples="fri 17, tomorrow 10:30, +3d"
          error={form.error('told')}
        />
        <PriceCapInput {...form.text('priceCap')} />
      </Group>
      {isNew && (
        <TextInput
          label="Phone, of somebody new"
          inputMode="tel"
          placeholder="To call before it is late"
          autoComplete="off"
          {...form.text('phone')}
        />
      )}
      {isNew && phone.trim() !== '' && (
        <OnFile
          typed={{ name: who.name, email: '', phone }}
          take="It is for them"
          onTake={({ id, name }) => form.set({ who: { name, customerId: id } })}
        />
      )}
    </DialogForm>
  )
}
