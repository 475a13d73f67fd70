import { Modal } from '@mantine/core'
import { createElement, lazy, Suspense, type ComponentType } from 'react'
import type { AskedOfCaller, CallerForm } from './use-caller.ts'

type Form = ComponentType<{ readonly to: AskedOfCaller['to']; readonly onDone: () => void }>

const forms: Readonly<Record<CallerForm, Form>> = {
  promise: lazy(() => import('../promises/promise-form.tsx').then((m) => ({ default: m.PromiseForm }))),
  note: lazy(() => import('../customers/touch-form.tsx').then((m) => ({ default: m.TouchForm }))),
}

const titles: Readonly<Record<CallerForm, string>> = { promise: 'New promise to', note: 'Contact with' }

interface CallerFormsProps {
  readonly asked: AskedOfCaller | undefined
  readonly onDone: () => void
}

/** What a key on the card of a caller opens; Enter saves, Esc leaves. */
export const CallerForms = ({ asked, onDone }: CallerFormsProps) => (
  // The dialog waits for its form, or its first field would miss the focus.
  <Suspense fallback={null}>
    <Modal
      opened={asked !== undefined}
      onClose={onDone}
      title={asked && `${titles[asked.form]} ${asked.to.name}`}
      size="lg"
    >
      {asked && createElement(forms[asked.form], { to: asked.to, onDone })}
    </Modal>
  </Suspense>
)
