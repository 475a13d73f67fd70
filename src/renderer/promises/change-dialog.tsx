import { Group, Textarea, TextInput } from '@mantine/core'
import { noNumberAsName } from '../../core/customers/typed-phone.ts'
import { promisesCalls } from '../../core/promises/calls.ts'
import { MustKnowOf } from '../ui/must-know-of.tsx'
import { WhoInput, type Who } from '../ui/who-input.tsx'
import { DialogForm } from '../ui/form.tsx'
import { useCallForm } from '../ui/use-call-form.ts'
import { useFormats } from '../ui/use-formats.ts'
import { useKept } from '../ui/use-kept.ts'
import {
  PromiseBeside,
  type PromiseDialogProps,
  type PromiseFormProps,
  PromiseLine,
} from './promise-dialog.tsx'
import { PriceCapInput } from './price-cap-input.tsx'

/** Corrects who and what a promise is about; what the customer was told stays. */
export const ChangeDialog = (props: PromiseDialogProps) => (
  <PromiseBeside {...props} title="Change the promise" Form={ChangeForm} />
)

function ChangeForm({ promise, onDone }: PromiseFormProps) {
  const { price } = useFormats()
  const { id, customerId, name, what, note, priceCapMills } = promise
  const who: Who = customerId === null ? { name } : { name, customerId }
  const kept = useKept(`change-promise:${id}`, {
    who,
    what,
    note,
    priceCap: priceCapMills === null ? '' : price(priceCapMills),
  })
  const { who: changedWho, ...changes } = kept.changes
  const form = useCallForm(promisesCalls, 'promises.change', {
    kept,
    input: { promiseId: id, ...changes, ...changedWho },
    shownAt: { name: 'who', customerId: 'who' },
    missing: {
      who: changedWho !== undefined && changedWho.customerId === undefined && noNumberAsName(changedWho.name),
    },
    onSaved: onDone,
    onLeave: onDone,
  })
  return (
    <DialogForm form={form} save="Save changes">
      <PromiseLine promise={promise} />
      <WhoInput {...form.field('who')} />
      {changedWho && <MustKnowOf who={changedWho} />}
      <Group align="flex-start" grow>
        <TextInput label="What" autoComplete="off" {...form.text('what')} />
        <PriceCapInput {...form.text('priceCap')} />
      </Group>
      <Textarea label="Note" autosize minRows={2} maxRows={8} {...form.text('note')} />
    </DialogForm>
  )
}
