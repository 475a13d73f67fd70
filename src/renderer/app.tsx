import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Router } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { Gate } from './frame/gate.tsx'
import { windowAnswers } from './shop/opening.ts'
import { keepFocus } from './ui/keep-focus.ts'
import { cssVariables, theme } from './ui/theme.ts'

const nonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? ''

/** The window: look, routing, and the wires to the main process. */
export function App() {
  useEffect(keepFocus, [])
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <QueryClientProvider client={windowAnswers}>
        <Notifications className="toasts" position="bottom-left" limit={3} containerWidth={184} />
        <Router hook={useHashLocation}>
          <Gate />
        </Router>
      </QueryClientProvider>
    </MantineProvider>
  )
}
