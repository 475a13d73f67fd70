import { aliasesIn, guessMapping, headerKey, type ImportField, type Mapping } from '../import/mapping.ts'
import { numberOfCustomer, personWords } from './person-words.ts'

/** What a list of purchases can fill. */
export const visitFields = [
  {
    name: 'number',
    label: 'Order or receipt',
    isWhole: true,
    aliases:
      aliasesIn(`order number, order id, order no, order, transaction id, receipt number, receipt no, receipt, invoice number,
      invoice no, sale id, ticket number, ticket, bestellnummer, bestellnr, auftragsnummer, belegnummer, belegnr, bonnummer,
      bonnr, rechnungsnummer, rechnungsnr, numero de commande, n de commande, numero de ticket, n de ticket, numero de pedido,
      n de pedido, numero ordine, numero scontrino, ordernummer, kvitteringsnummer, kvittonummer, numer zamowienia,
      numer paragonu, id, number, nummer`),
  },
  { name: 'customerNumber', label: 'Customer number', isWhole: true, aliases: aliasesIn(numberOfCustomer) },
  { name: 'email', label: 'Mail address', aliases: aliasesIn(`${personWords.email}, billing email`) },
  {
    name: 'name',
    label: 'Customer',
    aliases: aliasesIn(
      `customer name, customer, billing name, buyer, buyer name, client, kunde, kundenname, cliente, klant, nom client, nombre cliente, ${personWords.name}`,
    ),
  },
  {
    name: 'firstName',
    label: 'First name',
    aliases: aliasesIn(`${personWords.firstName}, billing first name`),
  },
  { name: 'lastName', label: 'Last name', aliases: aliasesIn(`${personWords.lastName}, billing last name`) },
  {
    name: 'day',
    label: 'Day',
    aliases:
      aliasesIn(`date, created at, order date, sale date, paid at, transaction date, date and time, datetime, created,
      purchase date, visit date, visit, day, datum, bestelldatum, kaufdatum, belegdatum, rechnungsdatum, tag,
      date de commande, date commande, fecha, fecha de pedido, data, data ordine, besteldatum, orderdatum,
      data zamowienia, dato, ordredato`),
  },
  {
    name: 'kind',
    label: 'Sale or refund',
    aliases: aliasesIn(
      `event type, receipt type, transaction type, sale type, type, belegart, vorgang, type de vente, tipo, soort, typ`,
    ),
  },
  {
    name: 'status',
    aliases: aliasesIn(
      `financial status, order status, status, transaction status, payment status, bestellstatus, zahlungsstatus, statut, estado, stato`,
    ),
  },
  {
    name: 'cancelled',
    label: 'Cancelled',
    aliases: aliasesIn(
      `cancelled at, canceled at, cancelled, canceled, voided at, voided, storniert am, storniert, annule le, annule, cancelado, annullato, geannuleerd`,
    ),
  },
  {
    name: 'total',
    label: 'Total of the order',
    aliases: aliasesIn(
      `total, order total, total collected, grand total, total amount, n revenue, gesamt, gesamtbetrag, gesamtsumme, summe, montant total, total ttc, importe total, totale, totaal, suma`,
    ),
  },
  {
    name: 'refunded',
    label: 'Refunded of the order',
    aliases: aliasesIn(
      `refunded amount, amount refunded, refund amount, total refunded, order refund amount, erstatteter betrag, erstattungsbetrag, montant rembourse, importe reembolsado, importo rimborsato, terugbetaald bedrag`,
    ),
  },
  {
    name: 'amount',
    label: 'Amount of the line',
    aliases: aliasesIn(
      `net sales, line total, item total, amount, sales, betrag, umsatz, montant, importe, importo, bedrag, belopp, kwota`,
    ),
  },
] as const satisfies readonly ImportField[]

export type VisitField = (typeof visitFields)[number]['name']

/** The fields that hold amounts. */
export const amountFields = ['total', 'refunded', 'amount'] as const

/** Which column fills which field. Shopify calls the number of an order “Name”, and whose it is “Billing Name”. */
export function guessVisitMapping(header: readonly string[]): Mapping {
  const ofArticles = header.some((column) => headerKey(column).startsWith('lineitem'))
  const named = header.find((column) => headerKey(column) === 'name')
  if (!ofArticles || named === undefined) return guessMapping(header, visitFields)
  const others = header.filter((column) => column !== named && headerKey(column) !== 'id')
  return { ...guessMapping(others, visitFields), number: named }
}
