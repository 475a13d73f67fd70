import { Button, Modal, Skeleton } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { customerPage } from '../../core/customers/page.ts'
import type { CustomerDetails } from '../../core/customers/person.ts'
import type { Formats } from '../../core/formats.ts'
import { ImportButton } from '../import/import-button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Page } from '../ui/page.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useAsked } from '../ui/use-asked.ts'
import { useFormats } from '../ui/use-formats.ts'
import { useRead } from '../use-call.ts'
import { ContactPanel } from './contact-panel.tsx'
import { CustomerDrawer } from './customer-drawer.tsx'
import { CustomerForm } from './customer-form.tsx'
import { CustomerList } from './customer-list.tsx'
import { ExportButton, ExportedNote, type Written } from './export-button.tsx'
import { LabelsDialog } from './labels-dialog.tsx'
import { PairsNote } from './pairs-note.tsx'
import './customers.css'

/** Customers: who should hear from us today, and everybody, found as you type. */
export function CustomersPage() {
  const formats = useFormats()
  const any = useRead('customers.search', { limit: 1 })
  const due = useRead('customers.whoToday', {}, { live: true })
  const [adding, setAdding] = useState<Pick<CustomerDetails, 'name' | 'phone'>>()
  const add = (name: string) => setAdding({ name, phone: '' })
  useAsked('add', add)
  useAsked('add-phone', (phone) => setAdding({ name: '', phone }))
  const [written, setWritten] = useState<Written>()
  const [labelled, setLabelled] = useState<readonly number[]>()
  const [wasEmpty, setWasEmpty] = useState(false)
  const [, navigate] = useLocation()
  const isEmpty = any.value?.total === 0 && any.value.aside === 0
  if (isEmpty && !wasEmpty) setWasEmpty(true)
  const asked = Number(new URLSearchParams(useSearch()).get('id'))
  const open = (id: number) => navigate(customerPage(id))
  return (
    <Page
      title="Customers"
      finding={any.value && due.value && !isEmpty && findingOf(any.value.total, due.value.total, formats)}
      actions={
        <>
          {!isEmpty && <ImportButton what="visits" />}
          <ImportButton what="customers" />
          {!isEmpty && <ExportButton onWritten={setWritten} onLabels={() => setLabelled([])} />}
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => add('')}>
            Add a customer
          </Button>
        </>
      }
    >
      <ProblemNote problem={any.problem ?? due.problem} />
      {written && <ExportedNote written={written} />}
      {!any.value ? (
        !any.problem && <Skeleton height={320} />
      ) : isEmpty ? (
        <EmptyState title="No customers yet">
          <span>
            Import the list you already have: from Excel, Outlook, Google Contacts or the till. You see what
            will be kept before anything is, and one undo takes all of it back. Or add the next person who
            walks in.
          </span>
          <Button onClick={() => add('')}>Add the first customer</Button>
        </EmptyState>
      ) : (
        <>
          <PairsNote />
          {due.value && <ContactPanel due={due.value} onOpen={open} />}
          {/* A list that comes by an import or a redo leaves the focus where it is: the next key may be for the shop. */}
          <CustomerList
            autoFocus={!(asked > 0) && !wasEmpty && !adding}
            onOpen={open}
            onAdd={add}
            onLabels={setLabelled}
          />
        </>
      )}
      <CustomerDrawer
        customerId={asked > 0 ? asked : null}
        onClose={() => navigate('/customers?', { replace: true })}
      />
      <LabelsDialog customerIds={labelled} onClose={() => setLabelled(undefined)} />
      <Modal
        opened={adding !== undefined}
        onClose={() => setAdding(undefined)}
        title="Add a customer"
        size="lg"
      >
        {adding !== undefined && (
          <CustomerForm
            start={adding}
            onSaved={(id) => {
              setAdding(undefined)
              open(id)
            }}
            onCancel={() => setAdding(undefined)}
            onOpen={(id) => {
              setAdding(undefined)
              open(id)
            }}
          />
        )}
      </Modal>
    </Page>
  )
}

function findingOf(total: number, due: number, formats: Formats): string {
  const all = formats.counted(total, 'customer', 'customers')
  return due === 0
    ? `${all}; nobody waits to hear from us`
    : `${all}; ${formats.number(due)} should hear from us`
}
