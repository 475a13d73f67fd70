import { Badge, Button } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useEffect } from 'react'
import { notifications } from '@mantine/notifications'
import { useWrite } from '../use-call.ts'

/** This is the sample, and the way back to the owner's own shop, or to a first one. */
export function SampleMark({ own }: { readonly own: string }) {
  const back = useWrite('shop.backToOwn')
  const startNew = useWrite('shop.startNew')
  const problem = back.problem ?? startNew.problem
  useEffect(() => {
    if (problem) notifications.show({ withBorder: true, color: 'brick', message: problem.message })
  }, [problem])
  const words = own === '' ? 'Start your own shop' : `Back to ${own}`
  return (
    <>
      <Badge variant="outline" color="amber" style={{ flexShrink: 0 }}>
        Sample
      </Badge>
      <Button
        size="compact-sm"
        variant="subtle"
        className="back-to-own"
        title={words}
        aria-label={words}
        leftSection={<IconArrowBackUp size={16} aria-hidden />}
        loading={back.busy || startNew.busy}
        onClick={() => void (own === '' ? startNew.run({}) : back.run({}))}
      >
        <span className="long">{words}</span>
        <span className="short">{own === '' ? 'Start' : 'Back'}</span>
      </Button>
    </>
  )
}
