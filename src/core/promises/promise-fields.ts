import { aliasesIn, type ImportField } from '../import/mapping.ts'

/** What a file of past promises can fill. */
export const promiseFields = [
  {
    name: 'id',
    label: 'Number',
    isWhole: true,
    aliases: aliasesIn(`id, promise id, order id, ticket, job, number, order number, order no, no, nr, nummer,
      work order id, work order number, work order no, auftragsnummer, auftragsnr, auftrag nr,
      bestellnummer, bestellnr, order nr, ordernummer, order, numero de commande, n de commande,
      numero commande, n commande, no commande, numero de pedido, no de pedido, numero pedido,
      no pedido, n pedido, numero ordine, n ordine, no ordine, nr ordine, bestelnummer, bestelnr,
      pedido, ordine`),
  },
  {
    name: 'customer',
    aliases: aliasesIn(
      `customer id, customer, customer name, name, kunde, kundennummer, client, cliente, who`,
    ),
  },
  // What a file says of the customer besides, in a column of its own: see promise-columns.ts.
  { name: 'customerNumber', label: 'Customer number', isWhole: true, aliases: [] },
  { name: 'customerName', label: 'Customer name', aliases: [] },
  { name: 'customerFirstName', label: 'Customer’s first name', aliases: [] },
  { name: 'customerNamePrefix', label: 'Customer’s last name prefix', aliases: [] },
  { name: 'customerLastName', label: 'Customer’s last name', aliases: [] },
  { name: 'customerCompany', label: 'Customer’s company', aliases: [] },
  {
    name: 'what',
    aliases:
      aliasesIn(`what, description, item, work, was, beschreibung, designation, bezeichnung, artikel, article,
      articulo, descripcion, articolo, descrizione, omschrijving, notes`),
  },
  {
    name: 'made',
    label: 'Promised on',
    aliases: aliasesIn(`promised on, made, made on, ordered, order date, created, received, bestelldatum,
      auftragsdatum, bestellt am, date de commande, date commande, data ordine, fecha de pedido,
      fecha pedido, besteldatum, date`),
  },
  {
    name: 'told',
    label: 'Due',
    aliases: aliasesIn(`due, told, due date, promised for, required date, required, deadline, termin, fallig,
      fallig am, fertig bis, liefertermin, lieferdatum, abholtermin, date de livraison,
      date livraison, echeance, fecha de entrega, fecha entrega, data di consegna, data consegna,
      leverdatum, afhaaldatum`),
  },
  {
    name: 'done',
    aliases:
      aliasesIn(`done, done on, finished, completed, closed, shipped date, shipped, delivered, erledigt,
      erledigt am, abgeholt am, geliefert am, livre le, entregado el, consegnato il, geleverd op`),
  },
] as const satisfies readonly ImportField[]

/** The fields that hold dates. */
export const dateFields = ['told', 'made', 'done'] as const
export type DateField = (typeof dateFields)[number]

export type PromiseField = (typeof promiseFields)[number]['name']
