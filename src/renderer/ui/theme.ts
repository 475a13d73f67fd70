import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'
import type { KeyboardEvent } from 'react'

const leaf: MantineColorsTuple = [
  '#eef6f0',
  '#d9eadf',
  '#b3d5c0',
  '#8abf9e',
  '#68ad82',
  '#4f9c6c',
  '#3d8459',
  '#2c6c47',
  '#1f5638',
  '#133f28',
]
const amber: MantineColorsTuple = [
  '#fff7e3',
  '#faebc8',
  '#f2d794',
  '#e9c15d',
  '#e0ad33',
  '#cf9718',
  '#a87508',
  '#875c00',
  '#6d4900',
  '#4e3400',
]
const brick: MantineColorsTuple = [
  '#fcefec',
  '#f5dbd5',
  '#e8b5a9',
  '#dd8f7e',
  '#d4735e',
  '#c4573f',
  '#ab412a',
  '#943520',
  '#7c2a18',
  '#5f1d0e',
]
const gray: MantineColorsTuple = [
  '#f7f3ea',
  '#efe9dc',
  '#e2dacb',
  '#d3cab9',
  '#bdb4a3',
  '#9c9283',
  '#7b7266',
  '#5c554b',
  '#423c34',
  '#2d2924',
]
/** Mantine reads these by place: text 0, dimmed 2, placeholder 3, borders 4, hover 5, fields 6, body 7. */
const dark: MantineColorsTuple = [
  '#ece6da',
  '#d8d0c1',
  '#b3a998',
  '#a89e8d',
  '#565048',
  '#3d3731',
  '#2b2723',
  '#1c1916',
  '#171412',
  '#110f0d',
]

/** A dialog's head is no banner of the page; the lock's style sheet would break our content security policy. */
const dialog = { lockScroll: false, attributes: { header: { role: 'none' } } }

/** A list that drops down stays in its page or dialog, not beside all landmarks at the end of the document. */
const dropdown = { withinPortal: false, floatingStrategy: 'fixed' }

/** The library opens by Enter only those lists that are not typed into. */
function openByEnter(event: KeyboardEvent<HTMLInputElement>): void {
  const { key, currentTarget, nativeEvent } = event
  if (key !== 'Enter' || nativeEvent.isComposing || currentTarget.readOnly) return
  if (currentTarget.getAttribute('aria-expanded') === 'true') return
  event.preventDefault()
  currentTarget.click()
}

/** A calm ledger: warm paper, near-black ink, one deep green. */
export const theme = createTheme({
  colors: { leaf, amber, brick, gray, dark },
  primaryColor: 'leaf',
  primaryShade: 7,
  autoContrast: true,
  black: '#1f1b16',
  white: '#fffdf8',
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  headings: { fontFamily: "'Source Serif 4 Variable', Georgia, serif", fontWeight: '600' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    Combobox: { defaultProps: dropdown },
    CloseButton: { defaultProps: { 'aria-label': 'Close' } },
    InputWrapper: { defaultProps: { withAsterisk: false } },
    // It begins at its first line and ends within the window.
    Menu: {
      defaultProps: {
        withInitialFocusPlaceholder: false,
        middlewares: { flip: true, shift: true, size: true },
      },
    },
    Modal: { defaultProps: dialog },
    Drawer: { defaultProps: dialog },
    // Its list opens when it is asked for, not when the focus comes back to it.
    Select: {
      defaultProps: {
        selectFirstOptionOnChange: true,
        allowDeselect: false,
        openOnFocus: false,
        onKeyDown: openByEnter,
      },
    },
    Spotlight: { defaultProps: { lockScroll: false } },
    Text: { defaultProps: { size: 'sm' } },
  },
})

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#faf6ed',
    '--mantine-color-text': '#1f1b16',
    '--mantine-color-dimmed': '#635b4f',
    '--mantine-color-placeholder': '#6f675b',
    '--mantine-color-error': '#943520',
    '--mantine-color-anchor': '#1f5638',
    '--mantine-color-disabled': '#f1ebde',
    '--mantine-color-disabled-color': '#7b7266',
    '--wk-focus': '#2c6c47',
    '--wk-panel': '#fffdf8',
    '--wk-line': '#e2dacb',
    '--wk-hover': '#f1ebde',
    '--wk-kept': '#1f5638',
    '--wk-risk': '#7a5200',
    '--wk-broken': '#943520',
  },
  dark: {
    '--mantine-color-body': '#1c1916',
    '--mantine-color-text': '#ece6da',
    '--mantine-color-dimmed': '#b3a998',
    '--mantine-color-placeholder': '#a89e8d',
    '--mantine-color-error': '#ee9d8c',
    '--mantine-color-anchor': '#8abf9e',
    '--mantine-color-disabled': '#302b27',
    '--mantine-color-disabled-color': '#a89e8d',
    '--mantine-color-brick-light': '#3d241e',
    '--mantine-color-brick-light-hover': '#4a2c24',
    '--mantine-color-brick-light-color': '#ee9d8c',
    '--mantine-color-amber-light': '#3a2f16',
    '--mantine-color-amber-light-hover': '#46391b',
    '--mantine-color-amber-light-color': '#e9c15d',
    '--mantine-color-leaf-light': '#24392c',
    '--mantine-color-leaf-light-hover': '#2c4636',
    '--mantine-color-leaf-light-color': '#b3d5c0',
    '--wk-focus': '#8abf9e',
    '--wk-panel': '#262220',
    '--wk-line': '#3d3731',
    '--wk-hover': '#302b27',
    '--wk-kept': '#8abf9e',
    '--wk-risk': '#e9c15d',
    '--wk-broken': '#ee9d8c',
  },
})
