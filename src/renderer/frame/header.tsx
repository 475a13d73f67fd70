import { Button, Group, Kbd, Text } from '@mantine/core'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import type { OpenState } from '../../core/machine/calls.ts'
import type { ShopDetails } from '../../core/shop/calls.ts'
import { OpenNow } from '../hours/open-now.tsx'
import { SampleMark } from '../shop/sample-mark.tsx'
import { StaffMenu } from '../staff/staff-menu.tsx'
import { openCapture } from '../ui/capture-store.ts'
import { openPalette } from './palette.tsx'

interface HeaderProps {
  readonly shop: ShopDetails
  readonly state: OpenState
}

/** The shop's name, how it stands, search everywhere. */
export function Header({ shop, state }: HeaderProps) {
  return (
    <header>
      <Group gap="xs" wrap="nowrap" className="shop-name" data-sample={state.sample || undefined}>
        <Text ff="heading" fw={600} className="clip" title={shop.name}>
          {shop.name}
        </Text>
        {state.sample && <SampleMark own={state.own} />}
      </Group>
      <OpenNow />
      <div className="grow" />
      <StaffMenu />
      <Button
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => openCapture('promise')}
      >
        <span className="name">Promise</span>
      </Button>
      <Button
        variant="default"
        leftSection={<IconSearch size={16} aria-hidden />}
        rightSection={
          <Kbd size="xs" className="name">
            Ctrl K
          </Kbd>
        }
        onClick={openPalette}
      >
        <span className="name">Search</span>
      </Button>
    </header>
  )
}
