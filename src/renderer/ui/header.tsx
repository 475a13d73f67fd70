import { Badge, Button, Group, Kbd, Text } from '@mantine/core'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import type { ShopDetails } from '../../core/shop/calls.ts'
import { OpenButton } from '../hours/open-button.tsx'
import { openCapture } from './capture-store.ts'
import { openPalette } from './palette.tsx'

/** The shop's name, the one big button, search everywhere. */
export function Header({ shop, sample }: { readonly shop: ShopDetails; readonly sample: boolean }) {
  return (
    <header>
      <Group gap="xs" wrap="nowrap" className="shop-name">
        <Text ff="heading" fw={600} size="lg" className="clip" title={shop.name}>
          {shop.name}
        </Text>
        {sample && (
          <Badge variant="outline" color="amber" style={{ flexShrink: 0 }}>
            Sample
          </Badge>
        )}
      </Group>
      <OpenButton />
      <div className="grow" />
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
