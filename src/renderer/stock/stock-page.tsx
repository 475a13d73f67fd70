import { Modal, Skeleton, Tabs } from '@mantine/core'
import { useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import type { Formats } from '../../core/formats.ts'
import type { ExpiryList as List } from '../../core/stock/calls.ts'
import { shortExample } from '../../core/stock/date-entry.ts'
import { slashOrder } from '../../core/slash-order.ts'
import { ImportButton } from '../import/import-button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Page } from '../ui/page.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useShop } from '../ui/shop-context.ts'
import { useAsked } from '../ui/use-asked.ts'
import { useFormats } from '../ui/use-formats.ts'
import { useRead } from '../use-call.ts'
import { BatchForm } from './batch-form.tsx'
import { ExpiryList } from './expiry-list.tsx'
import { ProductDialog } from './product-dialog.tsx'
import { ProductForm } from './product-form.tsx'
import { productPage } from '../../core/stock/page.ts'
import { ProductList } from './product-list.tsx'
import './stock.css'

/** Stock: what leaves the shelf, by harm; the next delivery; all products. */
export function StockPage() {
  const formats = useFormats()
  const expiring = useRead('stock.expiring', {}, { live: true })
  const any = useRead('stock.products', { limit: 1 })
  const [tab, setTab] = useState<string | null>('expiry')
  const [adding, setAdding] = useState<string>()
  useAsked('tab', setTab)
  const [, navigate] = useLocation()
  const asked = Number(new URLSearchParams(useSearch()).get('product'))
  const open = (productId: number) => navigate(productPage(productId))
  const list = expiring.value
  return (
    <Page
      title="Stock"
      finding={list && findingOf(list, formats)}
      actions={<ImportButton what="products" variant={any.value?.total === 0 ? 'filled' : 'default'} />}
    >
      <ProblemNote problem={expiring.problem ?? any.problem} />
      {list && <BatchForm />}
      {!list || !any.value ? (
        !expiring.problem && !any.problem && <Skeleton height={320} />
      ) : any.value.total === 0 ? (
        <EmptyState title="No products yet">
          <span>
            Import the list you already have, from the till, the supplier or a spreadsheet: the button is at
            the top. Or scan the first delivery above; a code that is not known yet is added on the spot.
          </span>
        </EmptyState>
      ) : (
        <Tabs value={tab} onChange={setTab} keepMounted={false}>
          <Tabs.List mb="xs">
            <Tabs.Tab value="expiry">Leaves the shelf</Tabs.Tab>
            <Tabs.Tab value="products">{`Products (${formats.number(any.value.total)})`}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="expiry">
            <Expiry list={list} />
          </Tabs.Panel>
          <Tabs.Panel value="products">
            {list && <ProductList today={list.today} onOpen={open} onAdd={setAdding} />}
          </Tabs.Panel>
        </Tabs>
      )}
      {list && (
        <ProductDialog
          productId={asked > 0 ? asked : null}
          today={list.today}
          onClose={() => navigate('/stock?', { replace: true })}
        />
      )}
      <Modal
        opened={adding !== undefined}
        onClose={() => setAdding(undefined)}
        closeButtonProps={{ 'aria-label': 'Close' }}
        title="Add a product"
        size={860}
      >
        {adding !== undefined && (
          <ProductForm
            start={{ name: adding }}
            onSaved={() => setAdding(undefined)}
            onCancel={() => setAdding(undefined)}
          />
        )}
      </Modal>
    </Page>
  )
}

function Expiry({ list }: { readonly list: List }) {
  const { country } = useShop()
  const { expired, pullToday, soon } = list.totals
  if (expired + pullToday + soon > 0) return <ExpiryList list={list} />
  return (
    <EmptyState title="Nothing has to leave the shelf in the next 7 days">
      <span>
        When a delivery comes, scan it above and type its date the short way:{' '}
        {shortExample(slashOrder(country))} for 17 May, 202607e for the end of July 2026, +90 for ninety days.
        Wellkept says when each batch has to go.
      </span>
    </EmptyState>
  )
}

/** The finding in words: the worst first. */
function findingOf({ totals }: List, formats: Formats): string {
  const parts: [number, string][] = [
    [totals.expiredHard, 'past use-by'],
    [totals.expired - totals.expiredHard, 'past best-before'],
    [totals.pullToday, 'to pull today'],
    [totals.soon, 'in the next 7 days'],
  ]
  const said = parts.filter(([n]) => n > 0).map(([n, words]) => `${formats.number(n)} ${words}`)
  return said.length === 0 ? 'Nothing has to leave the shelf.' : said.join(', ')
}
