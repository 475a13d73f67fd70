const fields =
  'input:enabled:not([type="hidden"]), textarea:enabled, select:enabled, [contenteditable="true"]'
const buttons = 'button:enabled'

/** Where a form begins: at what says so, else at its first field, else at its first button; the dialog around it, which looks a moment later, finds it too. */
export function firstFieldOf(form: HTMLElement | null): HTMLElement | undefined {
  const find = (what: string) => form?.querySelector<HTMLElement>(what) ?? undefined
  const first = find('[data-autofocus]') ?? find(fields) ?? find(buttons)
  if (first) first.dataset['autofocus'] ??= 'true'
  return first
}

/** Leads to what was in the way of saving: the first field that is wrong has the focus; without one, what is said comes into sight. */
export function showWrong(form: HTMLElement | null): void {
  const wrong = form?.querySelector<HTMLElement>('[aria-invalid="true"], .mantine-InputWrapper-error')
  if (!wrong) return form?.querySelector('[role="alert"]')?.scrollIntoView({ block: 'nearest' })
  // A choice of several buttons is not wrong itself: what is said stands beside it.
  const isSaid = wrong.matches('.mantine-InputWrapper-error')
  const around = isSaid ? wrong.parentElement : wrong.closest('.mantine-InputWrapper-root')
  const field = isSaid ? around?.querySelector<HTMLElement>(`${fields}, ${buttons}`) : wrong
  field?.focus({ preventScroll: true })
  ;(around ?? wrong).scrollIntoView({ block: 'nearest' })
}
