import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { cardFiles, cardsFile, cardsPage, readCards } from '../../support/cards-report.ts'

test('of six real exports each property is taken to a field, or left out for a reason that is known', () => {
  expect(cardFiles).toHaveLength(6)
  for (const file of cardFiles) {
    const { taken, left } = readCards(file)
    expect([file, [...left].filter(([, why]) => why === '?')]).toEqual([file, []])
    // Whatever names or reaches somebody is never left out whole.
    for (const name of ['FN', 'EMAIL', 'TEL', 'ADR', 'ORG', 'NOTE'])
      if (left.has(name) && left.get(name) !== 'it is empty')
        expect([file, name, taken.has(name)]).toEqual([file, name, true])
  }
})

test('the page about them is as they are read', () => {
  expect(readFileSync(cardsFile, 'utf8')).toBe(cardsPage())
})
