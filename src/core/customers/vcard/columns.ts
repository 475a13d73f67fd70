/** The columns of a table of address cards, in the words by which an import knows them. */
export const cardColumns = [
  'Name',
  'Company',
  'Position',
  'Mail address',
  'Other mail addresses',
  'Phone',
  'Street',
  'City',
  'Region',
  'Postcode',
  'Country',
  'Other addresses',
  'Birthday',
  'Language',
  'Must know',
  'Reach by',
  'Preferences',
  'Form of address',
  'Customer number',
  'Newsletter',
  'Notes',
  'Wellkept number',
] as const

export type CardColumn = (typeof cardColumns)[number]

/** Properties of our own, so that a card that Wellkept wrote is read whole: what other programs have no field for. */
export const ownProperties = {
  'X-WELLKEPT-MUST-KNOW': 'Must know',
  // Only in 3.0, which has no property for it.
  'X-WELLKEPT-LANGUAGE': 'Language',
  'X-WELLKEPT-REACH-BY': 'Reach by',
  'X-WELLKEPT-PREFERENCES': 'Preferences',
  'X-WELLKEPT-FORM-OF-ADDRESS': 'Form of address',
  'X-WELLKEPT-NUMBER': 'Customer number',
  'X-WELLKEPT-ID': 'Wellkept number',
  'X-WELLKEPT-NEWSLETTER': 'Newsletter',
} as const satisfies Readonly<Record<`X-WELLKEPT-${string}`, CardColumn>>

/** Says that a fax or a pager stood in the field of the phones; of other programs' cards they go to the notes. */
export const faxAmongPhones = 'X-WELLKEPT-FAX'
export const notCalled = /fax|pager/
