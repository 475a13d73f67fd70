interface NameWordsProps {
  readonly name: string
  readonly company: string
}

/** A name, whole however long and whichever way it is read; the company beside it has the room that is left. */
export const NameWords = ({ name, company }: NameWordsProps) => (
  <>
    <bdi data-fact className="name">
      {name}
    </bdi>
    {company !== '' && company !== name && (
      <bdi className="quiet clip company" title={company}>
        {company}
      </bdi>
    )}
  </>
)
