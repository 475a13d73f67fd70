import { Skeleton } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { Suspense, useEffect, useLayoutEffect } from 'react'
import { Route, Switch, useLocation } from 'wouter'
import { navigate as go } from 'wouter/use-hash-location'
import type { OpenState } from '../../core/machine/calls.ts'
import type { ShopDetails } from '../../core/shop/calls.ts'
import { onNews, useCall } from '../call.ts'
import { Notices } from '../shop/notices.tsx'
import { Captures } from './captures.tsx'
import { closeCapture, openCapture } from '../ui/capture-store.ts'
import { DroppedFiles } from '../import/dropped-files.tsx'
import { Header } from './header.tsx'
import { Nav } from './nav.tsx'
import { Page } from '../ui/page.tsx'
import { scannedInFrame } from './scanned-card.ts'
import { closePalette, openPalette, Palette } from './palette.tsx'
import { loadPages, pages, quietPages } from './pages.ts'
import { listenForScans } from '../ui/scan.ts'
import { ShopContext } from '../ui/shop-context.ts'
import { keepUndoKeys } from '../ui/undo-keys.ts'
import { redoLast, showUndoToasts, undoLast } from '../ui/undo-toast.tsx'
import './frame.css'

const allPages = [...pages, ...quietPages]

/** Left the pages with what waits, on top the one big button and search, below the undo toast. */
export function Frame({ shop, state }: { readonly shop: ShopDetails; readonly state: OpenState }) {
  const [location, navigate] = useLocation()
  const call = useCall()
  useEffect(() => showUndoToasts(call), [call])
  useEffect(() => letGo, [])
  useEffect(keepUndoKeys, [])
  useEffect(() => void loadPages(), [])
  useEffect(() => listenForScans((code) => void scannedInFrame(call, code)), [call])
  useEffect(
    () =>
      onNews((news) => {
        if (news.kind === 'menu') obey(news.command, navigate)
      }),
    [navigate],
  )
  // Before a page goes to the part of it that was asked for.
  useLayoutEffect(() => {
    document.querySelector('main')?.scrollTo(0, 0)
  }, [location])
  return (
    <ShopContext value={shop}>
      <div className="frame">
        <a
          className="skip"
          href="#main"
          onClick={(event) => (event.preventDefault(), document.querySelector('main')?.focus())}
        >
          Skip to the page
        </a>
        <Header shop={shop} state={state} />
        <Notices notices={state.notices} />
        <Nav />
        <main id="main" tabIndex={-1}>
          <Suspense fallback={<PageToCome path={location} />}>
            <Switch>
              {allPages.map(({ path, Component }) => (
                <Route key={path} path={path} component={Component} />
              ))}
            </Switch>
          </Suspense>
        </main>
      </div>
      <Captures />
      <DroppedFiles />
      <Palette />
    </ShopContext>
  )
}

/** What stands outside of the pages goes with the shop: dialogs, search, toasts, and which row the page had opened. */
function letGo(): void {
  closeCapture()
  closePalette()
  notifications.clean()
  go(`${location.hash}?`, { replace: true })
}

/** The page by its name, until what it shows has come. */
function PageToCome({ path }: { readonly path: string }) {
  return (
    <Page title={allPages.find((page) => page.path === path)?.name ?? 'Wellkept'}>
      <Skeleton height={400} />
    </Page>
  )
}

/** Commands of the application menu: `undo`, `undo:key` (Ctrl+Z), `redo`, `redo:key` (Ctrl+Shift+Z), `palette`, `go:/stock`, `capture:promise`. */
function obey(command: string, navigate: (path: string) => void): void {
  const [verb = '', object = ''] = command.split(':')
  if (object === 'key' && isWriting()) return
  if (verb === 'undo') void undoLast()
  else if (verb === 'redo') void redoLast()
  else if (verb === 'palette') openPalette()
  else if (verb === 'go') navigate(object)
  else if (verb === 'capture') openCapture(object)
}

/** In a field with words in it Ctrl+Z is the field's own, also when it has nothing left to undo. */
function isWriting(): boolean {
  const field = document.activeElement
  const isText = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement
  if (isText) return field.value !== ''
  return field instanceof HTMLElement && field.isContentEditable && field.textContent !== ''
}
