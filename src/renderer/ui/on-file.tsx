import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { Fragment } from 'react'
import type { AlikeOnFile, AlikeSign } from '../../core/customers/answers.ts'
import { useRead } from '../use-call.ts'
import { useFormats } from './use-formats.ts'

interface OnFileProps {
  /** Who is being typed. */
  readonly typed: {
    readonly name: string
    readonly email: string
    readonly otherMails?: string
    readonly phone: string
  }
  /** Only who is alike first by this: beside the field that says it. */
  readonly by?: AlikeSign
  /** What the button does with one of them. */
  readonly take: string
  readonly onTake: (one: AlikeOnFile) => void
}

/** Who is on file already and may be who is typed; adding them all the same stays possible. */
export function OnFile({ typed, by, take, onTake }: OnFileProps) {
  const formats = useFormats()
  const mails = [typed.email, typed.otherMails ?? ''].map((text) => text.trim()).filter((text) => text !== '')
  const key = JSON.stringify([typed.name.trim(), mails.join(', '), typed.phone.trim()])
  const [settled] = useDebouncedValue(key, 120)
  const [name, email, phone] = JSON.parse(settled) as [string, string, string]
  const enabled = name + email + phone !== ''
  const { value } = useRead('customers.alike', { name, email, phone }, { enabled, keepPrevious: true })
  const all = enabled ? (value?.rows ?? []) : []
  const rows = by ? all.filter(({ same }) => firstOf(same) === by) : all
  // How many more there are stands below the first of them.
  const more = rows[0] === all[0] ? (value?.total ?? 0) - all.length : 0
  return (
    <div aria-live="polite" className="on-file">
      {rows.map((row) => (
        <div key={row.id} className="on-file-one">
          <span data-fact className="long-words grow">
            <b>Already on file:</b> {row.name}
            {detailsOf(row).map((part) => (
              <Fragment key={part}>
                , <span className={part === row.phone ? 'phone' : undefined}>{part}</span>
              </Fragment>
            ))}
            <span className="quiet">{` (${sameWords(row)})`}</span>
          </span>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`${take}: ${row.name}`}
            onClick={() => onTake(row)}
          >
            {take}
          </Button>
        </div>
      ))}
      {rows.length > 0 && more > 0 && (
        <span className="quiet">{`and ${formats.counted(more, 'more like them', 'more like them')}`}</span>
      )}
    </div>
  )
}

const detailsOf = ({ name, company, phone, email }: AlikeOnFile) =>
  [company === name ? '' : company, phone, email].filter((part) => part !== '')

const firstOf = (same: readonly AlikeSign[]) =>
  (['name', 'phone', 'mail'] as const).find((sign) => same.includes(sign))

const signWords = { mail: 'mail address', phone: 'phone', name: 'name' } as const

const sameWords = ({ same, isAside }: AlikeOnFile): string =>
  [`same ${same.map((sign) => signWords[sign]).join(' and ')}`, ...(isAside ? ['put aside'] : [])].join('; ')
