import { cardColumns, type CardColumn } from './vcard/columns.ts'
import type { CardPerson } from './vcard/write.ts'

/** As what customers can be taken along: a table, address cards for programs of today and of before. */
export const exportForms = ['csv', 'vcard4', 'vcard3'] as const
export type ExportForm = (typeof exportForms)[number]

/** Each as the owner chooses it. */
export const exportWords: Readonly<Record<ExportForm, string>> = {
  csv: 'Table (CSV) for spreadsheets and other programs',
  vcard4: 'Address cards (vCard 4.0)',
  vcard3: 'Address cards for older programs (vCard 3.0)',
}

/** The name of the file, without a number behind it where one of that name is there. */
export const exportFileName = (form: ExportForm): { readonly name: string; readonly extension: string } => ({
  name: form === 'vcard3' ? 'customers for older programs' : 'customers',
  extension: form === 'csv' ? 'csv' : 'vcf',
})

/** The columns of the table: those by which an import knows each again. */
export const exportHeader: readonly string[] = cardColumns

/** One customer as a line of the table. Who has no name of their own has none in it, so that an import reads them as they are. */
export function exportCells(person: CardPerson): readonly string[] {
  const { name, company, email } = person
  const cells: Readonly<Record<CardColumn, string>> = {
    Name: name === company || name === email ? '' : name,
    Company: company,
    Position: person.title,
    'Mail address': email,
    'Other mail addresses': person.otherMails,
    Phone: person.phone,
    Street: person.street,
    City: person.city,
    Region: person.region,
    Postcode: person.postcode,
    Country: person.country,
    'Other addresses': person.otherAddresses,
    Birthday: person.birthday,
    Language: person.language,
    'Must know': person.mustKnow,
    'Reach by': person.reachBy,
    Preferences: person.preferences,
    'Form of address': person.formOfAddress,
    'Customer number': person.sourceId,
    Newsletter: person.newsletter,
    Notes: person.notes,
    'Wellkept number': String(person.id),
  }
  return cardColumns.map((column) => cells[column])
}
