import { join } from 'node:path'
import type { CallName, Output, Sent } from '../../src/core/calls.ts'
import { draftsIn } from './parse-mail.ts'
import { temporaryFolder } from './shop.ts'

/** Writes drafts to all readers and answers the code in each, by the address it was written to. */
export async function codesInDrafts(
  call: <N extends CallName>(name: N, input: Sent<N>) => Promise<Output<N>>,
): Promise<ReadonlyMap<string, string>> {
  const folder = temporaryFolder()
  const { id } = await call('newsletter.create', {})
  const made = await call('newsletter.exportMail', { issueId: id, folder, as: 'eml-each' })
  return new Map(
    draftsIn(join(folder, made.folder)).map(({ bytes }) => {
      const mail = bytes.toString('latin1')
      return [/^To: .*?([\w.]+@[\w.-]+)/m.exec(mail)![1]!, /NL-\w{8}-\w{2}/.exec(mail)![0]]
    }),
  )
}
