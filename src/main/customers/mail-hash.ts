import { createHash } from 'node:crypto'

/** What is kept of an address that is never to be written to, in the place of it: `emailKey` as mailKey writes it. */
export const mailHash = (salt: string, emailKey: string): string =>
  createHash('sha256').update(`${salt} ${emailKey}`).digest('hex')
