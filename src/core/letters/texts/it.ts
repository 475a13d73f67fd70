import type { OccasionTexts } from '../occasions.ts'

export const it: OccasionTexts = {
  ready: {
    subject: 'Il Suo ordine è pronto',
    words:
      'il Suo ordine[ («{what}»)] è pronto.\n\nPuò ritirarlo quando vuole nei nostri orari di apertura. La aspettiamo con piacere.',
    phone:
      'Buongiorno, qui {shop}. Il Suo ordine[ («{what}»)] è pronto. Può ritirarlo quando vuole nei nostri orari di apertura.',
  },
  late: {
    subject: 'Il Suo ordine è in ritardo',
    words:
      'Le avevamo promesso il Suo ordine[ («{what}»)][ per {day}]. Non ce la faremo e ce ne scusiamo.\n\nCi stiamo lavorando e Le diremo la nuova data appena sarà certa.',
    phone:
      'Buongiorno, qui {shop}. La chiamo per il Suo ordine[ («{what}»)]. Non sarà pronto[ per {day}| in tempo], e me ne scuso. Posso dirLe che cosa possiamo fare?',
  },
  sorry: {
    subject: 'Le chiediamo scusa',
    words:
      'abbiamo commesso un errore[ (si tratta di «{what}»)], e la colpa è nostra. Le chiediamo scusa.\n\nRimedieremo. La contatteremo per accordarci su come, e non Le costerà nulla.',
    phone:
      'Buongiorno, qui {shop}. Abbiamo commesso un errore[ (si tratta di «{what}»)], e la colpa è nostra. Le chiedo scusa. Vorrei rimediare: che cosa Le andrebbe bene?',
  },
  thanks: {
    subject: 'Grazie',
    words:
      'grazie per il Suo ordine[ («{what}»)] e per la Sua fiducia.\n\nCi piace fare bene le cose per Lei. Ci dica sempre che cosa potrebbe essere migliore.',
    phone:
      'Buongiorno, qui {shop}. Volevo solo ringraziarLa per il Suo ordine[ («{what}»)]. L’abbiamo fatto con piacere.',
  },
  satisfied: {
    subject: 'È tutto come voleva?',
    words:
      'qualche giorno fa ha avuto qualcosa da noi[: {what}]. È tutto come voleva?\n\nCe lo dica in una o due parole e con franchezza: a ciò che non va rimedieremo.',
    phone:
      'Buongiorno, qui {shop}. Qualche giorno fa ha avuto qualcosa da noi[: {what}]. È tutto come voleva?',
  },
  referral: {
    subject: 'Grazie per averci consigliato',
    words:
      'grazie a Lei abbiamo una nuova clientela[: {friend}]. La ringraziamo per averci consigliato.\n\nNulla dice di più del nostro lavoro. Avremo cura di tutte le persone che ci manda.',
    phone:
      'Buongiorno, qui {shop}. Grazie a Lei abbiamo una nuova clientela[: {friend}]. Volevo ringraziarLa.',
  },
  missed: {
    subject: 'Non La vediamo da un po’',
    words:
      'non La vediamo da un po’ e ci manca.\n\nForse l’ultima volta qualcosa non andava. In quel caso ce lo dica, per favore: vorremmo rimediare. Da noi è sempre di casa.',
    phone:
      'Buongiorno, qui {shop}. Non La vediamo da un po’ e volevo sapere come sta. L’ultima volta era tutto a posto?',
  },
  birthday: {
    subject: 'Buon compleanno',
    words:
      'da tutti noi buon compleanno.\n\nChe l’anno che comincia oggi sia buono per Lei. È un piacere averLa tra la nostra clientela.',
    phone: 'Buongiorno, qui {shop}. Da tutti noi buon compleanno.',
  },
  recall: {
    subject: 'Non usi più questo prodotto',
    words:
      'un prodotto che forse ha comprato da noi[ («{what}»)] viene ritirato. Non lo usi più, per favore.\n\nCe lo riporti: ne avrà un altro o il Suo denaro, senza bisogno dello scontrino. Ci scusiamo per il disturbo.',
    phone:
      'Buongiorno, qui {shop}. Un prodotto che forse ha comprato da noi[ («{what}»)] viene ritirato. Non lo usi più e ce lo riporti: ne avrà un altro o il Suo denaro.',
  },
}
