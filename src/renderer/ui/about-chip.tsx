import { IconHeartHandshake, IconMail, IconPackage, IconUser, type Icon } from '@tabler/icons-react'
import { Link } from 'wouter'
import type { AboutKind, AboutShown } from '../../core/about/about.ts'
import { ReachWords } from './reach-words.tsx'
import './about-chip.css'

const kinds: Readonly<Record<AboutKind, { readonly Icon: Icon; readonly label: string }>> = {
  customer: { Icon: IconUser, label: 'Customer' },
  promise: { Icon: IconHeartHandshake, label: 'Promise' },
  product: { Icon: IconPackage, label: 'Product' },
  batch: { Icon: IconPackage, label: 'Batch' },
  issue: { Icon: IconMail, label: 'Newsletter' },
}

/** What something is about, by its name: it opens the thing, and stays a name when the thing is gone. */
export function AboutChip({ about: { kind, name, page, phone } }: { readonly about: AboutShown }) {
  const { Icon, label } = kinds[kind]
  const inside = (
    <>
      <Icon size={14} aria-hidden />
      <span className="figures">
        <bdi>{name || label}</bdi>
        {phone && <ReachWords phone={phone} email="" />}
      </span>
    </>
  )
  return page === null ? (
    <span className="about-chip quiet" title={`${label}, no longer there`} data-fact>
      {inside}
    </span>
  ) : (
    <Link href={page} className="about-chip" title={`${label}: open`} data-fact>
      {inside}
    </Link>
  )
}
