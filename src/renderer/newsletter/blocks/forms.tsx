import type { FunctionComponent } from 'react'
import type { Block } from '../../../core/newsletter/blocks.ts'
import type { FieldsProps } from './fields.ts'
import { HoursForm } from './hours-form.tsx'
import { OfferForm } from './offer-form.tsx'
import { TextForm } from './text-form.tsx'

const forms: { [Kind in Block['kind']]: FunctionComponent<FieldsProps<Extract<Block, { kind: Kind }>>> } = {
  text: TextForm,
  hours: HoursForm,
  offer: OfferForm,
}

/** The fields of a block, by its kind. */
export function BlockFields(props: FieldsProps<Block>) {
  // Which form goes with which block only their kind tells.
  const Form = forms[props.block.kind] as FunctionComponent<FieldsProps<Block>>
  return <Form {...props} />
}
