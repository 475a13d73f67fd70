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

/** A short list to begin with, offered to a shop that has no lines of its own. */
export const starterLines: Readonly<Record<Trade, readonly StarterLine[]>> = {
  grocer: [
    { part: 'opening', text: 'Read the fridges and the freezer, write the warmest: ______ °C' },
    { part: 'opening', text: 'Take tired fruit and vegetables off the display' },
    { part: 'opening', text: 'Walk the aisles: floor dry, shelf labels right' },
    { part: 'day', text: 'Front the shelves after the midday rush' },
    { part: 'day', weekday: 2, text: 'Date walk: dairy and chilled shelf' },
    { part: 'day', weekday: 4, text: 'Date walk: dry goods, one aisle' },
    { part: 'closing', text: 'Cover or store the open produce' },
    { part: 'closing', text: 'Count the till, close the freezer lids' },
  ],
  baker: [
    { part: 'opening', text: 'Taste the first loaf of the batch' },
    { part: 'opening', text: 'Allergen cards stand at every tray' },
    { part: 'opening', text: 'Yesterday’s bread marked and apart' },
    { part: 'day', text: 'Refill the counter before 11:00' },
    { part: 'day', weekday: 5, text: 'Call weekend orders that are not yet confirmed' },
    { part: 'closing', text: 'Read back tomorrow’s orders' },
    { part: 'closing', text: 'Ovens off, trays washed, scales wiped' },
  ],
  pharmacy: [
    { part: 'opening', text: 'Read the medicine fridge: min ____ max ____ °C' },
    { part: 'opening', text: 'Empty the inbox: new prescriptions and recalls' },
    { part: 'day', text: 'Call customers whose order arrived' },
    { part: 'day', weekday: 3, text: 'Expiry check: one drawer, the next in turn' },
    { part: 'closing', text: 'Controlled drugs locked and the book signed' },
    { part: 'closing', text: 'Orders waiting longer than 7 days: ask the customer' },
  ],
  repair: [
    { part: 'opening', text: 'Read the board: what is promised for today' },
    { part: 'opening', text: 'Answer calls and mails of the evening' },
    { part: 'day', text: 'Every job touched today has a note on its slip' },
    { part: 'day', text: 'Call before the hour passes, not after' },
    { part: 'day', weekday: 1, text: 'Parts ordered last week: arrived?' },
    { part: 'closing', text: 'Bench clear, soldering irons and chargers off' },
    { part: 'closing', text: 'Finished jobs on the collection shelf, slip outside' },
  ],
  salon: [
    { part: 'opening', text: 'Read today’s appointments and notes about the guests' },
    { part: 'opening', text: 'Fresh towels, tools out of the disinfectant' },
    { part: 'day', text: 'Confirm tomorrow’s appointments' },
    { part: 'day', weekday: 2, text: 'Colours and developer: dates and stock' },
    { part: 'closing', text: 'Tools into the disinfectant, stations wiped' },
    { part: 'closing', text: 'Offer the next appointment to everyone who was here' },
  ],
}
