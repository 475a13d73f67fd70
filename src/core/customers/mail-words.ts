import { anyOf } from './folded-words.ts'

/** What takes somebody out of a list, in a cell as in a column's name. */
export const leaving = `unsub*, opt out, opt outs, opted out, optout, optouts, optedout, abgemeldet*, abmeld*, abbestell*, ausgetragen,
  austrag*, desinscri*, desabonn*, afgemeld*, afmeld*, uitgeschreven, uitschrijv*, disiscri*, disdett*, odhlas*, wypisan*, avmeld*,
  avregistrer*, frameld*, leiratkoz*, отпис*`

/** What nobody wants, is stopped or has ended. */
export const unwanted = `unwanted, unwelcome, undesired, *unerwunscht*, ungewunscht*, ungewollt*, indesirable*, indesiderat*, indeseja*, ongewenst*,
  niechcian*, oonskad*, uonsk*, nezadouc*, stop, stopp, stopped, stoppen, cancel*, annul*, storniert, beendet, beendigt, ended, terminated, stopgezet,
  avslut*, deactivated, deaktiviert, disabled, suspended, inactive, inaktiv, inactif, inactivo, inattivo, inactief, expired, abgelaufen, removed,
  entfernt, deleted, geloscht, blocked, block, bloqu*, bloccat*, gesperrt, geblokkeerd, forbidden, prohibited, verboten, interdit*, prohibid*, vietat*,
  exclude, excludes, excluded, ausgeschlossen, exclu, exclue, excluid*, escluso, esclusa, esclusi, escluse, esclusion*, uitgesloten, leave, leaves, leaving, left,
  hate, hates, dislike*, pause, paused, pausing, pausiert*, pausier*, removal, newsletter off, newsletters off, email off, emails off, mail off, mails off, marketing off, verlass*,
  remove, removes, removing, quit, quits, quitting, exit, exits, exited, out of, take off, taken off, exclusion*, excluding, excl, exempt*, forbid*, prohibit*, prohibition, ban, bans, banned,
  barred, disallow*, disable, disables, omit*, discontinu*, cease, ceased, dropped, dismiss*, ignor*, mute, muted, silence, silenced, uninterested, disinterested, disinteres*,
  ausschluss*, *ausschluss, ausschliess*, austritt*, *austritt, ausgetreten, austret*, ausstieg*, *ausstieg, ausgestiegen, verbiet*, verbitte*, verzicht*, *verzicht, ausgelassen, auslass*,
  weglass*, weggelassen, uberspring*, ubersprungen, ausgenommen, ausnahm*, vermeid*, gestrichen, streichen, entfernt, entfernen, losch*, geblockt, blockier*, abgestellt, abstell*, abgeschaltet,
  abschalt*, ausgeschaltet, abwahl*, abgewahlt, abgesagt, absage*, unterlass*, unterdruck*, ausgeblendet, ausblend*, raus, desinteresse, uninteressiert, kein interesse, versteck*, verborgen,
  exclusion*, exclur*, exclut, supprim*, evit*, masquer, masquee, arret*, quitte, quittee, quitter, banni, bannie, radie, radiee, interromp*, excluir, excluye, quitar, quitad*, omit*, ocult*, elimin*, salir,
  suspend*, suspendid*, detener, detenid*, saltar, esclud*, nascost*, nascond*, rimuov*, rimoss*, uscit*, cessat*, cessaz*, sospes*, togli*, uitsluit*, overslaan, overgeslagen, vermijd*,
  verwijder*, verberg*, opzeg*, opgezegd, afzeg*, afgezegd, verbod, verboden, udeluk*, udelad*, uteslut*, uteluk*, utelat*, spring over, hoppa over, undvik*, undga*, unnga*, dolj*, skjul*,
  slettet, fjern*, borttag*, ta bort, forbud*, forbjud*, forby*, franval*, fravalg*, avstar, avsta, afvis*, avvist, avvise, avviser, avslag*, avbestall*, afbestil*, avbestill*, remov*, desist*, sair, saiu,
  wyklucz*, usun*, pomin*, ukry*, zakaz*, vylouc*, vyjm*, odebr*, kizar*, tilt*, poist*, lopet*, estetty`

/** What keeps a letter from somebody; an address may be kept from sight as well. */
export const keptFrom = 'skip*, avoid*, hide, hides, hidden, hiding, withhold*, withheld'
/** What is neither refused nor allowed. */
export const narrowed = anyOf(
  'restrict*, limited, eingeschrankt*, restreint*, restring*, limitad*, limitat*, beperkt',
)

/** A yes that was taken back or never given, in a cell as in a column's name. */
export const takenBack = `withdr*, revok*, declin*, reject*, refus*, denied, deny, objected, objection*, objects, widerruf*, widerrief,
  *widerspruch, *widersproch*, abgelehnt, lehn(?:t|e|en|te|ten)(?: [^ ]+)?(?: [^ ]+)?(?: [^ ]+)? ab,
  (?:meld|bestell|trag|sag)(?:e|t|et|en|te|ete|ten|eten)(?: [^ ]+)?(?: [^ ]+)?(?: [^ ]+)? (?:ab|aus), ablehn*, disagree*, dissent*, zuruckgezog*, zuruckgenomm*, entzogen, verweiger*, untersag*, gekundigt, *kundigung*, retire*,
  retrait, revoqu*, resili*, opposition, s oppose, oppose, revocad*, rechaz*, denegad*, oposicion, revocat*, ritirat*,
  rifiut*, negat*, opposizione, ingetrokken, geweiger*, weiger*, opgezegd, bezwaar, afgewezen, retirad*, revogad*,
  recusad*, rejeitad*, wycofan*, odwolan*, odmow*, odrzucon*, rezygn*, aterkall*, tilbagekald*, trukket, nekad*, avbojt,
  uppsagd, opsagt, odvolan*, odmitn*, visszavon*, elutasit*, peruut*, perun*, kielt*, iptal, reddedil*, отозван*, отказ*`

/** Words that turn a sentence around, in whatever order it stands. */
export const negations = `do not, dont, don t, not, never, nicht, nie, niemals, kein*, ne, pas, jamais, aucun, aucune, sans, non, nessun*, senza,
  nunca, ningun*, sin, ohne, without, niente, nulla, nix, nichts, rien, nada, niets, intet, ingenting, uden, utan, uten, ilman, nelkul, brak, against, cannot, can t, cant, won t, wont, mustn t, shouldn t, doesn t, doesnt, must not, no longer,
  nicht mehr, ikkje, nikdy, nigdy, soha, nincs, zadn*, ningen, nobody, niemand, nein, nope, nao, nenhum*, sem, niet, geen, nooit, zonder, inte, inga, ingen, ej, ikke, aldrig, aldri, bez, nem, ei`

/** What the shop sends. */
export const letter =
  'newsletter*, nieuwsbrief*, nieuwsbrieven, nyhetsbrev*, nyhedsbrev*, infolettre*, boletin*, uutiskirje*, rundbrief*, rundmail*, mailinglist*, biuletyn*, hirlevel*, zpravodaj*, рассылк*'
const advertising =
  'marketing*, *werbung, *werbe*, publicite*, publicidad*, pubblicita*, reclame*, reklam*, promo, promos, promotion*, promocion*, promozion*, commercial*, advert*'

/** The words that the column of an agreement to the shop's mail is made of, beside those that agree. */
export const plainly = `(?:newsletter|newsletters)(?:abo|abonnement|anmeldung|einwilligung|zustimmung|erlaubnis|empfang|bezug|status)?, newslettera, newsletterow,
  nieuwsbrief, nieuwsbrieven, nyhetsbrev, nyhetsbrevet, nyhedsbrev, nyhedsbrevet, infolettres?, boletin, boletines, uutiskirje, rundbriefe?, rundmails?, mailinglists?, biuletyn,
  hirlevel, zpravodaj, рассылка, de noticias, marketing*, werbung, werbe, werbemails?, werbeemails?, emailwerbung, mailwerbung, emailmarketing, emailnewsletter, infomails?,
  marketingmails?, publicite*, publicidad*, pubblicita*, reclame, reklame?, promos?, promotions?, promotional, promocion*, promozion*, promocja, commercials?, commerciale?, comercial,
  comerciales, commerciali, advert, adverts, advertising, advertisements?, e?mails?, e?mailings?, e?mailed, e?mailen, gemailt, correos?, courriels?`
export const fillers = `customers?, kunden?, kundin, clients?, clientes?, contact, kontakt, user, member, subscriber, profile, list, audience, my, our, unser*, we, us, you, your, me, ihr*, i,
  is, has, have, was, are, be, to, for, from, of, the, a, an, and, or, by, via, with, per, de, des, du, d, l, la, le, les, el, los, di, da, del, della, dei, van, voor, par, por, pour, para, na,
  fur, zum, zur, der, die, den, das, dem, von, und, oder, e, et, y, o, mit, zu, in, en, til, till, om, status, double, doi, given, granted, erteilt, vorhanden, liegt vor, confirmed, bestatigt,
  signup, sign up, signed up, recipients?, empfanger, abo, weekly, monthly, recoit, recibe, riceve, al, alla, au, aux, ich, je, einverstandnis*, newsletteru, newsletterem,
  receive, send, sending, zusenden, zusendung, yes, ja, oui, si, sim, shop, store, news, infos?, information*, gdpr, dsgvo, rgpd, current, currently, active, aktiv`

/** Mail, in words and endings of many languages. */
export const mailed = anyOf(
  `${letter}, ${advertising}, *mail, *mails, *mailing, emailing*, mailings, mailed, mailen, gemailt, correo, courriel*, correos`,
)
export const letterAlone = anyOf(letter)
export const advertised = anyOf(`${letter}, ${advertising}`)

/** To contact somebody may be by mail; where it is refused, mail is refused with it. */
export const contacted = anyOf(
  'kontakt*, contact*, contatt*, anschreiben, angeschrieben, aanschrijven, benaderen, solicit*, sollicit*',
)

/** What a shop's partners send, in the languages of PrestaShop's own column. */
export const partners = anyOf(
  '*partner*, partenaire*, socio, socios, asociado*, collaborator*, parceir*, derden, партнер*',
)
export const offers = anyOf(
  '*offer*, offre, offres, *angebot*, ofert*, *aanbieding*, *erbjudand*, *tilbud*, nabid*, *ajanlat*, *tarjou*, предложени*',
)

/** What stands for itself as the name of a list of those who must not be mailed. */
export const listed =
  'robinson*, dne, dnm, spam complaint*, bounced, clean time, cleaned at, *werbesperre, *mailsperre, *mailingsperre, newslettersperre, *kontaktsperre, *werbestopp, *mailstopp, newsletterstopp, *werbeverbot, *mailverbot, *mailingverbot, newsletterverbot, kontaktverbot, reklamesperre, reklamsperre, werbewiderspruch, baja, widerspruch, blacklist*, suppress*, *sperre, dnc'

/** Of those, what may be about other things as well when it stands alone. */
export const maybeListed =
  /^(?:(?:is|customer|kunde|client|contact|has|been|was|global) )*(?:dnc|do not contact list|blacklist(?:ed)?|suppress(?:ed|ion|ions)?|sperre|gesperrt|sperrvermerk|blocked|stop|revoked|opposition|objection|objected|verboten|baja cliente)(?: (?:status|date|at|on|am|datum))*$/

/** What else a shop may be asked to leave out, or be allowed. */
export const otherThing = anyOf(
  `invoice*, invoicing, bill, bills, billing, receipt*, *rechnung, *rechnungen, factur*, fattur*, faktur*, mahn*, dunning, loyalty, bonus*, treue*, points,
  punkte, fidel*, fedelta, survey*, umfrage*, enquete*, encuesta*, sondage*, sondagg*, enkat*, analytics, statisti*, tracking, cookie*, profiling, profil*, delete, deletion, loschen,
  export, discount*, *rabatt*, vat, tax, tva, ust, mwst, iva, liefer*, delivery, livraison, shipping, versand*, credit*, kredit*, payment*, zahlung*, paiement*,
  order, orders, bestell*, commande*, pedido*, ordini, appointment*, termin*, webinar*, sell, sale, sales, review*, bewertung*, referral*, chat, photo*, foto*, image*, bild*, video*,
  consegna, cheque*, cheques, gift*, returns, warranty, garantie*, donation*, spende*, booking, buchung*, quote*, angebotsanfrage*, konto, kontosperre, account`,
)

/** A program's own counts, links and codes. */
export const bookkeeping = anyOf(
  'link, links, url, token, hash, key, code, count, counter, number, rate, anzahl, zahl, page, template, form, id, ip, sent, opened, clicked, opens, clicks, cost, costs',
)

/** What was done about a letter or an answer, by the shop or by whoever looked at it: none of it is an answer. */
export const done = anyOf(
  `delivered, received, read, viewed, seen, gelesen, geoffnet, geklickt, versendet, versandt, verschickt, gesendet, zugestellt, offered, angeboten, invited, eingeladen,
  invitation*, einladung*, pending, ausstehend*, asked, gefragt, missing, fehlt, fehlend, waiting, awaiting, wartet, envoye*, ouvert*, lu, lue,
  propose, proposee, invite, invitee, enviad*, abiert*, leid*, inviat*, apert*, lett*, verzonden, geopend, gelezen, aangeboden, uitgenodigd, skickat*, sendt, last`,
)

/** Another way of writing or calling. */
export const otherWay = anyOf(
  `phone, call, calls, called, calling, *telefon*, *anruf*, anrufen, appel, appeler, appels, llamar, llamadas, chiamare, chiamate, bellen, ringa, tel, telephone, telefono,
  telephon*, mobile, handy, sms, text, texts, texting, fax, *fax, post, postal*, per post, postwerbung, postsend*, brief, briefe, briefpost, briefwerbung, briefversand, per brief, letter,
  print*, gedruckt*, druck*, imprim*, impres*, stampat*, tryckt*, trykt*, paper, courrier, correspondence, push, mms, rcs, voice, direct mail, snail mail, briefkasten*, papier*, visit, visits, besuch*, vertreterbesuch*`,
)

/** Names of services, compared without spaces: capitals part them in headers. */
export const otherService =
  /whatsapp|linkedin|tiktok|facebook|instagram|messenger|telegram|wechat|snapchat|youtube|pinterest|twitter/

/** Whoever is dead was not asked, and who wants nothing but letters neither. */
export const unreachable = anyOf(
  `deceased, verstorben*, gestorben, decede, decedee, fallecid*, decedut*, overleden, falecid*, zmarl*, avliden, post only, letters only, letter only, by post only, only by post, only post, nur post,
  nur per post, nur brief, nur briefe, nur per brief, courrier seulement, uniquement par courrier, solo por correo postal, solo posta, alleen post, alleen per post, left list, left the list`,
)
