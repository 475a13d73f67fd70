import { expect, test } from 'vitest'
import type { Output } from '../../../src/core/calls.ts'
import { fail, ok, type Result } from '../../../src/core/result.ts'
import type { Choices } from '../../../src/renderer/import/choices.ts'
import { firstLook } from '../../../src/renderer/import/first-look.ts'

type Report = Output<'stock.importProducts'>

/** Looks at a file of these columns; refused where a choice names another one, or `also` says so. */
function fileOf(header: readonly string[], also: (choices: Choices) => Result<never> | null = () => null) {
  const asked: Choices[] = []
  const look = async (choices: Choices): Promise<Result<Report>> => {
    asked.push(choices)
    const chosen = [...Object.values(choices.mapping ?? {}), ...(choices.notAboutMail ?? [])]
    const unknown = chosen.find((column) => column !== '' && !header.includes(column))
    if (unknown !== undefined) return fail('no-column', `The file has no column “${unknown}”.`)
    return also(choices) ?? ok({ header } as Report)
  }
  return { look, asked }
}

const noNames = fail('no-names', 'No column with names.')

test('what fits is taken as it was left, with one look', async () => {
  const { look, asked } = fileOf(['Name', 'Tel'])
  const left = { delimiter: ';', mapping: { phone: 'Tel', city: '' } } as const
  expect(await firstLook(look, left)).toMatchObject({ choices: left, letGo: '', result: { ok: true } })
  expect(asked).toEqual([left])
})

test('a column that is not there is let go, with the answers about what stood in it, and nothing else', async () => {
  const left: Choices = {
    encoding: 'utf-8',
    delimiter: ';',
    mapping: { price: 'VK', inStock: 'Menge', shelf: '' },
    numbers: { price: ',', inStock: '.' },
    dates: { told: 'day-first' },
    notAboutMail: ['Werbung', 'Menge'],
  }
  const { choices, letGo } = await firstLook(fileOf(['Artikel', 'Menge']).look, left)
  expect(choices).toEqual({
    encoding: 'utf-8',
    delimiter: ';',
    mapping: { inStock: 'Menge', shelf: '' },
    numbers: { inStock: '.' },
    dates: { told: 'day-first' },
    notAboutMail: ['Menge'],
  })
  expect(letGo).toBe('This file has no columns “VK”, “Werbung”. What you chose for them was let go.')
})

test('where the file is read without any choice and with none of what is left, all of it is let go', async () => {
  const { look } = fileOf(['Name'], ({ mapping }) => (mapping?.['name'] === '' ? noNames : null))
  const said = 'What you chose before does not fit this file as it is read now. It was let go.'
  const mappings: Choices['mapping'][] = [{ name: '' }, { name: '', company: 'Firma' }]
  for (const mapping of mappings)
    expect(await firstLook(look, { mapping })).toMatchObject({
      choices: {},
      letGo: said,
      result: { ok: true },
    })
})

test('in other letters the choices that fit stay, and a column about mail that is called otherwise there is said', async () => {
  const left: Choices = { encoding: 'windows-1250', mapping: { company: '' }, notAboutMail: ['Möchte Post'] }
  expect(await firstLook(fileOf(['Name', 'Möchte Post']).look, left)).toMatchObject({
    choices: left,
    letGo: '',
  })
  // A list does not refuse a column about mail that it does not have.
  const { choices, letGo } = await firstLook(
    async () => ok({ header: ['Name', 'Mĺ¶chte Post'] } as unknown as Report),
    left,
  )
  expect(choices).toEqual({ encoding: 'windows-1250', mapping: { company: '' }, notAboutMail: [] })
  expect(letGo).toBe('This file has no column “Möchte Post”. What you chose for it was let go.')
})

test('letters in which nothing can be read are refused, and what was chosen stays', async () => {
  const left: Choices = { delimiter: ',', notAboutMail: ['Newsletter'] }
  const { look } = fileOf(['Newsletter'], ({ delimiter }) => (delimiter === ',' ? noNames : null))
  expect(await firstLook(look, left, 'again')).toEqual({ choices: left, letGo: '', result: noNames })
})

test('letters that were chosen stay where nothing else of the choices fits', async () => {
  const { look } = fileOf(['Name'], ({ mapping }) => (mapping?.['name'] === '' ? noNames : null))
  expect(await firstLook(look, { delimiter: ';', mapping: { name: '' } })).toMatchObject({
    choices: { delimiter: ';' },
    result: { ok: true },
  })
})

test('what the owner chose stays where the file cannot be read at all, or reading was cancelled', async () => {
  const left = { mapping: { name: 'Wer' } }
  const { look } = fileOf(['Wo'], () => noNames)
  expect(await firstLook(look, left)).toMatchObject({ choices: left, letGo: '', result: { ok: false } })
  const cancelled = fileOf(['Wo'], () => fail('cancelled', 'Cancelled.'))
  await firstLook(cancelled.look, { mapping: { name: '' } })
  expect(cancelled.asked).toHaveLength(1)
})
