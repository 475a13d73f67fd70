import { IconAlertTriangle } from '@tabler/icons-react'

/** What must be known of a customer, such as an allergy: by its sign and its words, whole; nothing where there is nothing. */
export const MustKnow = ({ words }: { readonly words: string }) =>
  words === '' ? null : (
    <span className="must-know" data-fact>
      <IconAlertTriangle size={16} aria-hidden />
      <span>
        <b>Must know:</b> <bdi>{words}</bdi>
      </span>
    </span>
  )
