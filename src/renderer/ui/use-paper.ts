import { useState } from 'react'
import type { Sent } from '../../core/calls.ts'
import type { Paper } from '../../core/paper.ts'
import type { Problem } from '../../core/result.ts'
import { useWrite } from '../use-call.ts'
import { showSaved } from './saved-toast.tsx'
import { paperAtHome, rememberPaper } from './paper-choice.ts'
import { useShop } from './shop-context.ts'

/** The paper that is printed on, and the PDF of a sheet on it. */
export interface PaperInUse {
  readonly paper: Paper
  choose(paper: Paper): void
  savePdf(sheet: Sent<'paper.save'>): Promise<void>
  print(sheet: Sent<'paper.print'>): Promise<void>
  readonly busy: boolean
  readonly problem: Problem | undefined
}

/** The paper of the shop's country, or the one chosen last on this PC; a choice is remembered. */
export function usePaper(): PaperInUse {
  const { country } = useShop()
  const [paper, setPaper] = useState<Paper>(() => paperAtHome(country))
  const { run, busy, problem } = useWrite('paper.save')
  const open = useWrite('files.open')
  const print = useWrite('paper.print')
  return {
    paper,
    choose(chosen) {
      setPaper(chosen)
      rememberPaper(chosen)
    },
    async savePdf(sheet) {
      const saved = await run(sheet)
      if (saved.ok && saved.value)
        showSaved(saved.value, {
          open: () => void open.run({ path: saved.value!.handle }),
          print: () => void print.run(sheet),
        })
    },
    async print(sheet) {
      await print.run(sheet)
    },
    busy: busy || print.busy,
    problem: problem ?? open.problem ?? print.problem,
  }
}
