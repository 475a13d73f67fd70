import { Button, Menu, Textarea, type TextareaProps } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useRef } from 'react'

interface WordsFieldProps extends Pick<
  TextareaProps,
  'label' | 'lang' | 'error' | 'onChange' | 'minRows' | 'maxRows'
> {
  readonly value: string
  /** The shop's saved phrases, to put in where the caret is. */
  readonly phrases: readonly string[]
  readonly onPut: (value: string) => void
}

/** The words of a letter, and the phrases that can be put into them. */
export function WordsField({ phrases, onPut, ...field }: WordsFieldProps) {
  const textarea = useRef<HTMLTextAreaElement>(null)
  const put = (phrase: string) => {
    const from = textarea.current?.selectionStart ?? field.value.length
    const to = textarea.current?.selectionEnd ?? from
    onPut(field.value.slice(0, from) + phrase + field.value.slice(to))
    const caret = from + phrase.length
    requestAnimationFrame(() => {
      textarea.current?.focus()
      textarea.current?.setSelectionRange(caret, caret)
    })
  }
  return (
    <>
      <Textarea ref={textarea} data-autofocus autosize {...field} />
      {phrases.length > 0 && (
        <Menu position="bottom-start" returnFocus={false}>
          <Menu.Target>
            <Button
              size="compact-sm"
              variant="default"
              style={{ alignSelf: 'start' }}
              rightSection={<IconChevronDown size={14} aria-hidden />}
            >
              Put in a phrase
            </Button>
          </Menu.Target>
          <Menu.Dropdown maw={420}>
            {phrases.map((phrase) => (
              <Menu.Item key={phrase} onClick={() => put(phrase)}>
                <span className="letter-phrase">{phrase}</span>
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </>
  )
}
