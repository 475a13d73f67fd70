import { wayOf } from '../../core/customers/ways.ts'

interface ReachWordsProps {
  readonly phone: string
  readonly email: string
}

/** Where to reach somebody: every phone number, one below the other and without its kind, else the mail address as far as there is room. */
export const ReachWords = ({ phone, email }: ReachWordsProps) =>
  phone === '' ? (
    <bdi className="clip number">{email}</bdi>
  ) : (
    phone
      .split(/\s*[,;]\s*/)
      .filter((number) => number !== '')
      .map((number, nth) => (
        <bdi key={nth} data-fact className="clip number">
          {wayOf(number).value}
        </bdi>
      ))
  )
