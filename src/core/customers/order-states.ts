import { fold } from '../fold.ts'
import { isNoValue } from '../no-value.ts'

/** What a word of the state of an order says of it. */
type Says = 'stands' | 'open' | 'never' | 'cancelled' | 'refunded' | 'part' | 'asked' | 'not'

/**
 * The words of tills and web shops for how an order stands, by language, as they are folded; several together are joined by a line.
 * `stands`: paid, sent, collected. `open`: placed, and to be paid or sent. `never`: a cart, an offer, an order that came to nothing.
 * `cancelled`: void as well. `refunded`: what went back, or is to. A sale is left by `part` beside one of those, by `asked` beside
 * what is to go back, and by `not` before any.
 */
export const orderWords: Readonly<Record<string, Partial<Record<Says, string>>>> = {
  en: {
    stands: `paid completed complete closed sale payment delivered shipped fulfilled unrefunded uncancelled`,
    open: `pending open unpaid authorized authorised processing on_hold layby layaway unfulfilled due`,
    never: `failed abandoned draft quote quotation estimate offer expired declined rejected deleted trash trashed parked incomplete
      pending_payment payment_pending awaiting_payment payment_failed payment_declined payment_expired`,
    cancelled: `voided void cancelled canceled reversed`,
    refunded: `refund refunded refunds return returned cancellation chargeback chargedback`,
    part: `partially partial partly`,
    asked: `requested request pending declined denied rejected failed`,
    not: `not not_yet not_been no non never without un`,
  },
  de: {
    stands: `bezahlt abgeschlossen verkauf zahlung geliefert versendet`,
    open: `offen unbezahlt ausstehend angelegt`,
    never: `fehlgeschlagen abgebrochen entwurf angebot abgelaufen abgelehnt geloscht papierkorb geparkt unvollstandig zahlung_ausstehend
      warten_auf_zahlung`,
    cancelled: `storno storniert stornierung annulliert`,
    refunded: `erstattet erstattung ruckerstattet ruckerstattung retoure ruckgabe gutschrift zuruckgegeben`,
    part: `teilweise teil`,
    asked: `angefragt beantragt angefordert abgelehnt`,
    not: `nicht noch_nicht kein keine ohne nie`,
  },
  fr: {
    stands: `paye payee termine terminee livre vente`,
    open: `impaye en_attente ouvert`,
    never: `echoue echouee abandonne brouillon devis expire expiree refuse refusee supprime supprimee incomplet en_attente_de_paiement`,
    cancelled: `annule annulee annulation`,
    refunded: `rembourse remboursee remboursement avoir retour retourne`,
    part: `partiellement partiel partielle`,
    asked: `demande demandee refuse refusee`,
    not: `non pas sans jamais`,
  },
  es: {
    stands: `pagado pagada completado completada venta`,
    open: `pendiente abierto sin_pagar`,
    never: `fallido fallida abandonado borrador presupuesto expirado caducado rechazado rechazada eliminado eliminada incompleto
      pendiente_de_pago`,
    cancelled: `cancelado cancelada anulado anulada`,
    refunded: `reembolso reembolsado reembolsada devolucion devuelto devuelta`,
    part: `parcialmente parcial`,
    asked: `solicitado solicitada solicitud rechazado rechazada`,
    not: `no sin nunca`,
  },
  it: {
    stands: `pagato completato vendita consegnato`,
    open: `in_sospeso aperto in_attesa`,
    never: `fallito abbandonato bozza preventivo scaduto rifiutato eliminato incompleto in_attesa_di_pagamento`,
    cancelled: `annullato`,
    refunded: `rimborso rimborsato reso restituito`,
    part: `parzialmente parziale`,
    asked: `richiesto richiesta rifiutato`,
    not: `non senza mai`,
  },
  nl: {
    stands: `betaald voltooid verkoop geleverd`,
    open: `onbetaald openstaand in_behandeling`,
    never: `mislukt verlaten concept offerte verlopen geweigerd verwijderd onvolledig wacht_op_betaling`,
    cancelled: `geannuleerd`,
    refunded: `terugbetaling terugbetaald geretourneerd retour`,
    part: `gedeeltelijk`,
    asked: `aangevraagd geweigerd`,
    not: `niet geen zonder`,
  },
  pl: {
    stands: `oplacone zrealizowane`,
    open: `oczekujace nieoplacone`,
    never: `nieudane szkic oferta wygaslo odrzucone usuniete niekompletne oczekuje_na_platnosc`,
    cancelled: `anulowane anulowano anulowany`,
    refunded: `zwrot zwrocone`,
    part: `czesciowo czesciowy`,
    not: `nie bez`,
  },
  nordic: {
    stands: `betald betalt fullford`,
    open: `obetald ubetalt`,
    never: `misslyckad utkast offert tilbud utgangen avvisad slettet raderad`,
    cancelled: `avbruten makulerad kansellert annulleret`,
    refunded: `aterbetald refundert refunderet returnert`,
    part: `delvis`,
    not: `inte ikke ej`,
  },
}

const mostWords = 4

const meanings: ReadonlyMap<string, ReadonlySet<Says>> = (() => {
  const all = new Map<string, Set<Says>>()
  for (const byMeaning of Object.values(orderWords))
    for (const [says, words] of Object.entries(byMeaning))
      for (const word of words.split(/\s+/)) {
        const key = word.replaceAll('_', ' ')
        all.set(key, (all.get(key) ?? new Set()).add(says as Says))
      }
  return all
})()

/** What a state says, phrase by phrase, the longest known first. */
function phrasesOf(text: string): readonly ReadonlySet<Says>[] {
  // “PartiallyRefunded” is two words.
  const words = fold(text.replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')).split(' ')
  const found: ReadonlySet<Says>[] = []
  for (let at = 0; at < words.length;) {
    let length = Math.min(mostWords, words.length - at)
    while (length > 1 && !meanings.has(words.slice(at, at + length).join(' '))) length--
    found.push(meanings.get(words.slice(at, at + length).join(' ')) ?? new Set())
    at += length
  }
  return found
}

/** Whether an order of a state was a sale, also one that is still to be paid: `none` where it came to nothing or was taken back as a whole. */
export function stateOf(text: string): 'sale' | 'none' {
  const phrases = phrasesOf(text)
  const isSaid = (says: Says) => phrases.some((one, i) => one.has(says) && !phrases[i - 1]?.has('not'))
  const isPart = isSaid('part')
  if (isSaid('cancelled')) return isPart ? 'sale' : 'none'
  if (phrases.some((one) => one.has('refunded')))
    return isSaid('refunded') && !isPart && !isSaid('asked') ? 'none' : 'sale'
  return isSaid('never') ? 'none' : 'sale'
}

const no = new Set('no false nein non nee nie nej nei n f not'.split(' '))

/** Whether a cell of a column such as “Cancelled at” says that it was: a day, a yes; not `n/a`, `0000-00-00`, `null`. */
export function saysYes(text: string): boolean {
  const [first = ''] = fold(text).split(' ')
  if (/^\s*[x✓✔☑]\s*$/i.test(text)) return true
  return !isNoValue(text) && !/^[0:T.\s/-]+$/.test(text) && !no.has(first)
}
