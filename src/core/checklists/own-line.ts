/** Where on a day's sheet a line stands. */
export type Part = 'opening' | 'day' | 'closing'

export const parts = ['opening', 'day', 'closing'] as const satisfies readonly Part[]

export type Trade = 'grocer' | 'baker' | 'pharmacy' | 'repair' | 'salon'

export const trades = ['grocer', 'baker', 'pharmacy', 'repair', 'salon'] as const satisfies readonly Trade[]

interface StarterLine {
  readonly part: Part
  /** ISO weekday 1-7; left out, the line is for every trading day. */
  readonly weekday?: number
  readonly text: string
}

/** A line for every trading day, or for one ISO weekday. */
type Written = string | readonly [weekday: number, text: string]

const starters: Readonly<Record<Trade, Readonly<Record<Part, readonly Written[]>>>> = {
  grocer: {
    opening: [
      'Read the fridges and the freezer, write the warmest: ______ °C',
      'Take tired fruit and vegetables off the display',
      'Walk the aisles: floor dry, shelf labels right',
    ],
    day: [
      'Front the shelves after the midday rush',
      [2, 'Date walk: dairy and chilled shelf'],
      [4, 'Date walk: dry goods, one aisle'],
    ],
    closing: ['Cover or store the open produce', 'Count the till, close the freezer lids'],
  },
  baker: {
    opening: [
      'Taste the first loaf of the batch',
      'Allergen cards stand at every tray',
      'Yesterday’s bread marked and apart',
    ],
    day: ['Refill the counter before 11:00', [5, 'Call weekend orders that are not yet confirmed']],
    closing: ['Read back tomorrow’s orders', 'Ovens off, trays washed, scales wiped'],
  },
  pharmacy: {
    opening: [
      'Read the medicine fridge: min ____ max ____ °C',
      'Empty the inbox: new prescriptions and recalls',
    ],
    day: ['Call customers whose order arrived', [3, 'Expiry check: one drawer, the next in turn']],
    closing: [
      'Controlled drugs locked and the book signed',
      'Orders waiting longer than 7 days: ask the customer',
    ],
  },
  repair: {
    opening: ['Read the board: what is promised for today', 'Answer calls and mails of the evening'],
    day: [
      'Every job touched today has a note on its slip',
      'Call before the hour passes, not after',
      [1, 'Parts ordered last week: arrived?'],
    ],
    closing: [
      'Bench clear, soldering irons and chargers off',
      'Finished jobs on the collection shelf, slip outside',
    ],
  },
  salon: {
    opening: [
      'Read today’s appointments and notes about the guests',
      'Fresh towels, tools out of the disinfectant',
    ],
    day: ['Confirm tomorrow’s appointments', [2, 'Colours and developer: dates and stock']],
    closing: [
      'Tools into the disinfectant, stations wiped',
      'Offer the next appointment to everyone who was here',
    ],
  },
}

/** A short list to begin with, offered to a shop that has no lines of its own. */
export const starterLines = (trade: Trade): readonly StarterLine[] =>
  parts.flatMap((part) =>
    starters[trade][part].map((line): StarterLine =>
      typeof line === 'string' ? { part, text: line } : { part, weekday: line[0], text: line[1] },
    ),
  )
