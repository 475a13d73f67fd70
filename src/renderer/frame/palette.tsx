import { useHotkeys } from '@mantine/hooks'
import { Spotlight, spotlight } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useLocation } from 'wouter'
import { customerPage } from '../../core/customers/page.ts'
import { productPage } from '../../core/stock/page.ts'
import { useRead } from '../use-call.ts'
import { mayOpen } from '../ui/is-asked.ts'
import { useStaff } from '../staff/use-staff.ts'
import { useOpening } from '../hours/use-opening.ts'
import { CallerCard } from './caller-card.tsx'
import { CallerForms } from './caller-forms.tsx'
import { pages, quietPages } from './pages.ts'
import { begins, commandsWith, firstCommands, furtherCommands, isNamed } from './commands.ts'
import { Commands, People } from './palette-groups.tsx'
import { useCaller, type AskedOfCaller } from './use-caller.ts'

/** Opens search everywhere. */
export const openPalette = (): void => {
  if (!mayOpen()) return
  // Focused at once: the library does it a moment later, and what is typed in that moment would be lost.
  flushSync(spotlight.open)
  document.querySelector<HTMLInputElement>('input.mantine-Spotlight-search')?.focus()
}

/** Closes it, with what was sought. */
export const closePalette = (): void => spotlight.close()

const everyPage = [...pages, ...quietPages]

/** Search everywhere (Ctrl+K): people, products, promises, pages, and what can be done, by its words. */
export function Palette() {
  const [text, setText] = useState('')
  const [, navigate] = useLocation()
  useHotkeys([['mod+K', openPalette]], [])
  const enabled = text.trim().length > 0
  const [asked, setAsked] = useState<AskedOfCaller>()
  const caller = useCaller(text, (next) => {
    closePalette()
    setAsked(next)
  })
  const people = useRead('customers.search', { text, limit: 6 }, { enabled, keepPrevious: true })
  const products = useRead('stock.products', { text, limit: 6 }, { enabled, keepPrevious: true })
  // Somebody whose number in a list it is, and not their phone, is found beside the caller.
  const others = people.value?.rows.filter(({ id }) => !caller.callers.some((one) => one.id === id)) ?? []
  const board = useRead('promises.board', { text, limit: 6 }, { enabled, keepPrevious: true })
  const made =
    enabled && board.value
      ? Object.values(board.value)
          .flatMap(({ rows }) => rows)
          .slice(0, 6)
      : []
  const list = useRef<HTMLDivElement>(null)
  // The library marks the first of what stood there before, which is gone once this is drawn; Enter takes what is marked.
  useEffect(() => {
    if (enabled) markFirst(list.current)
  }, [enabled, text, people.value, products.value, board.value, caller.answer])
  const opening = useOpening()
  const staff = useStaff()
  const toChange = staff?.staff
    .filter((one) => one !== staff.here)
    .map(({ id, name }) => ({
      label: `${name} works at this PC`,
      words: 'staff who name',
      run: () => staff.choose(id),
    }))
  const toOpen = opening ? [{ label: opening.label, words: 'door shop', run: opening.press }] : []
  const commands = enabled
    ? commandsWith(
        [...toOpen, ...firstCommands(everyPage, navigate), ...(toChange ?? []), ...furtherCommands(navigate)],
        text,
      )
    : [...toOpen, ...firstCommands(everyPage, navigate)]
  // A command that is typed as it is called comes before whoever has these words in a note, and after whom they name.
  const isMeant = enabled && commands.some(({ label }) => begins(label, text))
  const named = others.filter(
    (row) => !isMeant || isNamed([row.name, row.company, row.email, row.phone], text),
  )
  const nothing = [commands.length, people.value?.total, products.value?.total, made.length].every(
    (n) => n === 0,
  )
  const open = (customerId: number) => {
    closePalette()
    navigate(customerPage(customerId))
  }
  const isNobody = caller.typed !== '' && !caller.stale && caller.answer?.total === 0 && others.length === 0
  return (
    <>
      <Spotlight.Root
        query={text}
        onQueryChange={setText}
        shortcut={null}
        // What is typed at once must not fall beside it.
        transitionProps={{ duration: 0 }}
        scrollable
        // A card with much that must be known has the room there is.
        yOffset="8dvh"
        maxHeight={560}
        attributes={{ content: { 'aria-label': 'Search everywhere' } }}
      >
        <div onKeyDownCapture={caller.onKey}>
          <Spotlight.Search
            data-keeps-scan
            placeholder="People, a phone number, products, promises, commands"
            aria-label="Search everywhere"
            leftSection={<IconSearch size={18} aria-hidden />}
          />
        </div>
        <Spotlight.ActionsList ref={list}>
          <CallerCard caller={caller} onOpen={open} />
          {enabled && <People rows={named} onOpen={(id) => navigate(customerPage(id))} />}
          {isMeant && <Commands commands={commands} />}
          {enabled && isMeant && (
            <People
              rows={others.filter((row) => !named.includes(row))}
              onOpen={(id) => navigate(customerPage(id))}
            />
          )}
          {enabled && products.value && products.value.rows.length > 0 && (
            <Spotlight.ActionsGroup label="Products">
              {products.value.rows.map((row) => (
                <Spotlight.Action
                  key={row.id}
                  label={row.name}
                  description={row.gtin}
                  onClick={() => navigate(productPage(row.id))}
                />
              ))}
            </Spotlight.ActionsGroup>
          )}
          {made.length > 0 && (
            <Spotlight.ActionsGroup label="Promises">
              {made.map(({ id, name, what, reason, mustKnow }) => (
                <Spotlight.Action
                  key={id}
                  label={`${name || 'No name'}: ${what}`}
                  description={[reason, mustKnow && `⚠ Must know: ${mustKnow}`].filter(Boolean).join(' · ')}
                  onClick={() => navigate(`/promises?find=${encodeURIComponent(`${name} ${what}`.trim())}`)}
                />
              ))}
            </Spotlight.ActionsGroup>
          )}
          {!isMeant && <Commands commands={commands} />}
          {isNobody && (
            <>
              <p className="caller-nobody" role="status">
                Nobody has this number.
              </p>
              <Spotlight.Action
                label="Add a customer"
                description={`with the phone ${caller.typed}`}
                onClick={() => navigate(`/customers?add-phone=${encodeURIComponent(caller.typed)}`)}
              />
            </>
          )}
          {enabled && nothing && !isNobody && (
            <Spotlight.Empty>Nothing of that name. Try fewer letters.</Spotlight.Empty>
          )}
        </Spotlight.ActionsList>
      </Spotlight.Root>
      <CallerForms asked={asked} onDone={() => setAsked(undefined)} />
    </>
  )
}

function markFirst(list: HTMLElement | null): void {
  const [first, ...others] = list?.querySelectorAll('[data-action]') ?? []
  for (const other of others) delete (other as HTMLElement).dataset['selected']
  first?.setAttribute('data-selected', 'true')
}
