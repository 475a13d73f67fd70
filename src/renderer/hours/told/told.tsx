import { Skeleton, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Problem } from '../../../core/result.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useSpoken } from '../../ui/shop-context.ts'

const texts = {
  voicemail: { title: 'For the telephone', about: 'Read it out when you record your voicemail.' },
  map: {
    title: 'For maps',
    about: 'The opening_hours text of OpenStreetMap, from which many maps take their hours.',
  },
  'web page': {
    title: 'For search engines',
    about:
      'schema.org JSON-LD: who looks after your web page puts it into the page’s head; search engines read it.',
  },
} as const

interface ToldProps {
  readonly of: keyof typeof texts
  readonly text: string | undefined
  readonly problem: Problem | undefined
  readonly children?: ReactNode
}

/** The hours as a text for one place, to copy. */
export function Told({ of, text, problem, children }: ToldProps) {
  const { title, about } = texts[of]
  const spoken = useSpoken()
  return (
    <Stack className="panel" p="md" gap="xs" component="section" aria-label={title}>
      <Title order={2} size={18}>
        {title}
      </Title>
      <Text size="sm" className="quiet">
        {about}
      </Text>
      <ProblemNote problem={problem} />
      {text === undefined && !problem && <Skeleton height={80} />}
      {text !== undefined && (
        <>
          <div className="told-text" tabIndex={0} role="region" aria-label={`${title}: the text`}>
            <span lang={of === 'voicemail' ? spoken : undefined}>{text}</span>
          </div>
          {children}
          <div>
            <CopyButton text={text} what={`the ${of} text`} />
          </div>
        </>
      )}
    </Stack>
  )
}
