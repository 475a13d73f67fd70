import { useHotkeys } from '@mantine/hooks'
import { Spotlight, spotlight } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useLocation } from 'wouter'
import { captures, plainLabel } from '../../core/machine/menu-entries.ts'
import { useRead } from '../use-call.ts'
import { openCapture } from '../ui/capture-store.ts'
import { isAsked } from '../ui/is-asked.ts'
import { pages, quietPages } from './pages.ts'
import { redoLast, undoLast } from '../ui/undo-toast.tsx'

/** Opens search everywhere. */
export const openPalette = (): void => {
  if (isAsked()) return
  // Focused at once: the library does it a moment later, and what is typed in that moment would be lost.
  flushSync(spotlight.open)
  document.querySelector<HTMLInputElement>('.mantine-Spotlight-search')?.focus()
}

/** Closes it, with what was sought. */
export const closePalette = (): void => spotlight.close()

/** Search everywhere (Ctrl+K): pages, commands, people, products. */
export function Palette() {
  const [text, setText] = useState('')
  const [, navigate] = useLocation()
  useHotkeys([['mod+K', openPalette]], [])
  const enabled = text.trim().length > 0
  const people = useRead('customers.search', { text, limit: 6 }, { enabled, keepPrevious: true })
  const products = useRead('stock.products', { text, limit: 6 }, { enabled, keepPrevious: true })
  const list = useRef<HTMLDivElement>(null)
  // The library marks the first of what stood there before, which is gone once this is drawn; Enter takes what is marked.
  useEffect(() => {
    if (enabled) markFirst(list.current)
  }, [enabled, text, people.value, products.value])
  const commands = [
    ...[...pages, ...quietPages].map(({ name, path }) => ({
      label: `Go to ${name}`,
      run: () => navigate(path),
    })),
    ...captures.map(({ name, label }) => ({ label: plainLabel(label), run: () => openCapture(name) })),
    { label: 'Undo the last change', run: () => void undoLast() },
    { label: 'Redo what was undone last', run: () => void redoLast() },
  ].filter(({ label }) => label.toLowerCase().includes(text.trim().toLowerCase()))
  return (
    <Spotlight.Root
      query={text}
      onQueryChange={setText}
      shortcut={null}
      // What is typed at once must not fall beside it.
      transitionProps={{ duration: 0 }}
      scrollable
      maxHeight={440}
      attributes={{ content: { 'aria-label': 'Search everywhere' } }}
    >
      <Spotlight.Search
        data-keeps-scan
        placeholder="People, products, commands"
        aria-label="Search everywhere"
        leftSection={<IconSearch size={18} aria-hidden />}
      />
      <Spotlight.ActionsList ref={list}>
        {enabled && people.value && people.value.rows.length > 0 && (
          <Spotlight.ActionsGroup label="People">
            {people.value.rows.map((row) => (
              <Spotlight.Action
                key={row.id}
                label={row.name}
                description={[row.company, row.email, row.phone].filter(Boolean).join(' · ')}
                onClick={() => navigate(`/customers?id=${row.id}`)}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {enabled && products.value && products.value.rows.length > 0 && (
          <Spotlight.ActionsGroup label="Products">
            {products.value.rows.map((row) => (
              <Spotlight.Action
                key={row.id}
                label={row.name}
                description={row.gtin}
                onClick={() => navigate(`/stock?product=${row.id}`)}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {commands.length > 0 && (
          <Spotlight.ActionsGroup label="Commands">
            {commands.map(({ label, run }) => (
              <Spotlight.Action key={label} label={label} onClick={run} />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {enabled && commands.length === 0 && people.value?.total === 0 && products.value?.total === 0 && (
          <Spotlight.Empty>Nothing of that name. Try fewer letters.</Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}

function markFirst(list: HTMLElement | null): void {
  const [first, ...others] = list?.querySelectorAll('[data-action]') ?? []
  for (const other of others) delete (other as HTMLElement).dataset['selected']
  first?.setAttribute('data-selected', 'true')
}
