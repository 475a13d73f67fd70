import { CloseButton, Group } from '@mantine/core'
import { IconMailOff } from '@tabler/icons-react'
import type { Output } from '../../core/calls.ts'
import { useFormats } from '../ui/use-formats.ts'

interface NoesKeptProps {
  readonly noted: Output<'customers.setConsent'>
  readonly onOpen: (customerId: number) => void
  readonly onClose: () => void
}

/** After an answer for many: who had said no and stays so, each to be opened and asked again. */
export function NoesKept({ noted: { changed, refused, refusing }, onOpen, onClose }: NoesKeptProps) {
  const formats = useFormats()
  const more = refused - refusing.length
  return (
    <Group className="panel noes-kept" wrap="nowrap" align="flex-start" role="status">
      <IconMailOff size={18} aria-hidden />
      <div className="grow">
        {`Noted for ${formats.number(changed)}. ${formats.counted(refused, 'had said no and stays so', 'had said no and stay so')}: `}
        <span className="quiet">who was asked again can be opened and noted one by one.</span>
        <ul className="plain-list">
          {refusing.map(({ customerId, name }) => (
            <li key={customerId}>
              <button type="button" className="name-button" onClick={() => onOpen(customerId)}>
                {name}
              </button>
            </li>
          ))}
          {more > 0 && <li className="quiet">{`and ${formats.number(more)} more`}</li>}
        </ul>
      </div>
      <CloseButton aria-label="Close" size="sm" onClick={onClose} />
    </Group>
  )
}
