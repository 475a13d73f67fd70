import { Button, NativeSelect, Popover, SimpleGrid, Stack, Text } from '@mantine/core'
import {
  IconBike,
  IconBread,
  IconHammer,
  IconPill,
  IconScissors,
  IconShoppingBag,
  type Icon,
} from '@tabler/icons-react'
import { useState } from 'react'
import {
  sampleCountries,
  sampleCountryFor,
  sampleTrades,
  sampleTradeWords,
  type SampleCountry,
  type SampleTrade,
} from '../../core/shop/sample.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useWrite } from '../use-call.ts'
import { countries, here } from './places.ts'

const icons: Readonly<Record<SampleTrade, Icon>> = {
  grocer: IconShoppingBag,
  baker: IconBread,
  pharmacy: IconPill,
  hardware: IconHammer,
  repair: IconBike,
  salon: IconScissors,
}

/** The way into a sample shop: of the owner's trade, in the PC's country unless another is chosen. */
export function SampleChoice() {
  const [opened, setOpened] = useState(false)
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      width={400}
      trapFocus
      returnFocus
      withArrow
    >
      <Popover.Target>
        <Button variant="default" onClick={() => setOpened(!opened)}>
          Look at a sample shop
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Sample shops">
        <Trades />
      </Popover.Dropdown>
    </Popover>
  )
}

function Trades() {
  const [country, setCountry] = useState<SampleCountry>(() => sampleCountryFor(here().country))
  const open = useWrite('shop.openSample')
  const [chosen, setChosen] = useState<SampleTrade>()
  const choose = (trade: SampleTrade) => {
    setChosen(trade)
    void open.run({ of: { trade, country } })
  }
  return (
    <Stack gap="sm">
      <NativeSelect
        label="A shop in"
        data={countries().filter(({ value }) => sampleCountries.some((one) => one === value))}
        value={country}
        onChange={({ currentTarget }) => setCountry(sampleCountryFor(currentTarget.value))}
      />
      <SimpleGrid cols={2} spacing="xs">
        {sampleTrades.map((trade) => {
          const TradeIcon = icons[trade]
          return (
            <Button
              key={trade}
              variant="default"
              justify="flex-start"
              px="sm"
              data-autofocus={trade === sampleTrades[0] || undefined}
              leftSection={<TradeIcon size={18} aria-hidden />}
              disabled={open.busy && chosen !== trade}
              loading={open.busy && chosen === trade}
              onClick={() => choose(trade)}
            >
              {sampleTradeWords[trade]}
            </Button>
          )
        })}
      </SimpleGrid>
      <Text className="quiet" size="sm">
        Invented people and goods, a month of ups and downs up to today. It is a separate file; your own shop
        stays as it is.
      </Text>
      <ProblemNote problem={open.problem} />
    </Stack>
  )
}
