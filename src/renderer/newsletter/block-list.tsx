import { Button, Group, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { blockKinds, type Block } from '../../core/newsletter/blocks.ts'
import { isFocusNowhere } from '../ui/keep-focus.ts'
import { BlockForm } from './block-form.tsx'
import { keyed } from './keyed-block.ts'
import type { Place } from './place.ts'
import type { Draft } from './use-draft.ts'

interface BlockListProps {
  readonly draft: Draft
  /** The focus came into a block; the caret into a paragraph of its words. */
  readonly onPlace: (place: Place) => void
}

/** The blocks in their order. Focus stays with the block that is moved, and goes to its neighbour when it is gone. */
export function BlockList({ draft, onPlace }: BlockListProps) {
  const { blocks, setBlocks, wrong } = draft
  const [added, setAdded] = useState('')
  const list = useRef<HTMLDivElement>(null)
  const focusNext = useRef<() => void>(undefined)
  /** The block that the focus came into last. */
  const here = useRef<string>(undefined)
  const shown = useRef(blocks)
  useEffect(() => {
    focusNext.current?.()
    focusNext.current = undefined
    const at = shown.current.findIndex(({ key }) => key === here.current)
    const isGone = at >= 0 && !blocks.some(({ key }) => key === here.current)
    shown.current = blocks
    if (isGone && isFocusNowhere()) focusAt(list.current, at)
  }, [blocks])

  const move = (from: number, by: -1 | 1) => {
    const to = from + by
    if (to < 0 || to >= blocks.length) return
    const focused = document.activeElement
    // A moved element loses the focus; at the end of the list its button is off, so the other one takes it.
    focusNext.current = () => {
      if (!(focused instanceof HTMLElement)) return
      focused.focus()
      if (document.activeElement !== focused)
        focused.parentElement?.querySelector<HTMLElement>('button:enabled')?.focus()
    }
    setBlocks(blocks.with(from, blocks[to]!).with(to, blocks[from]!))
  }
  const add = (block: Block) => {
    const fresh = keyed(block)
    setAdded(fresh.key)
    setBlocks([...blocks, fresh])
  }
  return (
    <Stack gap="sm" ref={list}>
      {blocks.map(({ key, block }, i) => (
        <BlockForm
          key={key}
          block={block}
          place={i + 1}
          count={blocks.length}
          autoFocus={key === added}
          wrong={(field) => wrong.get(`blocks.${i}.${field}`)}
          keyOfBlock={key}
          onFocus={() => {
            here.current = key
            onPlace({ key, paragraph: null })
          }}
          onCaret={(paragraph) => onPlace({ key, paragraph })}
          onChange={(changed) => setBlocks(blocks.with(i, { key, block: changed }))}
          onMove={(by) => move(i, by)}
          onRemove={() => setBlocks(blocks.toSpliced(i, 1))}
        />
      ))}
      {wrong.has('blocks') && <Text c="brick">{wrong.get('blocks')}</Text>}
      <Group gap="xs" className="add">
        {Object.values(blockKinds).map(({ name, start }) => (
          <Button
            key={name}
            size="xs"
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => add(start())}
          >
            {name}
          </Button>
        ))}
      </Group>
    </Stack>
  )
}

/** Into what stands where a block stood: the block itself and none of its fields, so that Ctrl+Z brings back the one that is gone. */
function focusAt(list: HTMLElement | null, at: number): void {
  const left = list?.querySelectorAll<HTMLElement>('fieldset')
  const next = left?.[Math.min(at, left.length - 1)] ?? list?.querySelector<HTMLElement>('.add button')
  next?.focus()
}
