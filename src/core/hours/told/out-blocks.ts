import type { Voice } from '../../out/voice.ts'
import { type Block, blockWords } from '../week.ts'

/** A day's hours as customers read them: `07:00–12:00, 14:00–19:00`, `geschlossen`. */
export const outBlocks = (blocks: readonly Block[], { formats, say }: Voice): string =>
  blocks.length === 0 ? say('closed') : blocks.map((block) => blockWords(block, formats)).join(', ')
