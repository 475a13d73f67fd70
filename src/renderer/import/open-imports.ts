let open = 0

/** Counts an import whose dialog is open, until the answer is called. */
export function importOpened(): () => void {
  open++
  return () => {
    open--
  }
}

/** Whether an import is looked at or kept. */
export const isImportOpen = (): boolean => open > 0
