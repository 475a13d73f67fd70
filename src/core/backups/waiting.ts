import { waitingOf, type KindWaiting } from '../today/item.ts'
import type { ErasedBack } from './calls.ts'

/** Who was erased and is on file again, one at least: one line for all of them, as the list stands beside the backups. */
export const erasedBackWaiting = (people: readonly ErasedBack[]): KindWaiting =>
  waitingOf(
    {
      harm: 'action',
      label: 'Erased',
      mark: 'none',
      words: ['restore that brought back who was erased', 'restores that brought back who was erased'],
      page: '/settings',
    },
    [
      {
        id: 'erased-back',
        title:
          people.length === 1
            ? `${people[0]!.name} was erased, and is on file again`
            : `${people.length} people who were erased are on file again`,
        reason: 'The restored backup was from before. Erase them again under Backups.',
        actions: [{ label: people.length === 1 ? 'See them' : 'See who', page: '/settings' }],
      },
    ],
  )
