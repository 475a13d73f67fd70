import { fold } from '../fold.ts'

/** Words in a name that speak of a firm, a trade, a place or an office: nobody is greeted by such a name. */
const firmWords = words(`
  ag kg ohg gbr gmbh mbh ug ek eg kgaa se sarl sas sa sl slu srl spa snc bv nv vof ab aps oy oyj as asa ltd limited llc
  inc corp corporation co company plc pty kft zrt sro doo ooo
  bakery baker bakers backerei baeckerei konditorei patisserie boulangerie panaderia panificio forno bakkerij cafe caffe
  coffee kaffee kaffeehaus bar bistro brasserie restaurant ristorante trattoria osteria pizzeria pizza kantine gasthaus gasthof
  hotel pension hostel inn pub club lounge imbiss grill kebab
  metzgerei fleischerei butcher butchers boucherie carniceria macelleria apotheke pharmacy pharmacie farmacia apotheek
  drogerie florist flowers blumen fleuriste gartnerei gardens garden garten hof farm farms weingut winery vineyard
  shop store stores market markets markt supermarkt grocery groceries deli delicatessen delikatessen feinkost laden kiosk
  boutique salon friseur barber studio atelier werkstatt garage autohaus tankstelle cars auto
  handel trading traders import export imports exports versand grosshandel vertrieb verkauf sales einkauf purchasing
  service services solutions systems technik technologies tech software consulting beratung partner partners group gruppe
  holding ventures capital bank sparkasse versicherung insurance immobilien realty estates property bau construction
  elektro electric plumbing sanitar druckerei print printing verlag press media design designs fotografie photography photo
  kanzlei steuerberatung rechtsanwalte notariat office buro bureau sekretariat empfang reception buchhaltung accounting
  rechnung invoice verwaltung hausverwaltung administration team abteilung department personal kasse
  praxis clinic klinik hospital krankenhaus zahnarzt dentist surgery schule school kita kindergarten kinderhaus universitat university
  college verein association club ev stiftung foundation trust kirche church gemeinde parish pfarramt stadt city town rathaus
  council amt ministry zentrum center centre haus house hall heim altenheim museum theater theatre library bucherei
  brothers bros sons sohne sohn gebruder geschwister fils freres hermanos fratelli enterprises industries works werk werke
  factory fabrik international global world online web gallery galerie galeria kollektiv cooperative coop
  kunde kundin customer client cash barkunde laufkundschaft walk unbekannt unknown test anonymous anonym nobody none guest gast
  gaste info kontakt contact mail newsletter admin support noreply
  station bahnhof gare stazione square street road avenue terrace bridge platz strasse allee brucke piazza plaza plein falls
  hilf himmelfahrt
  matratzen mattress mattresses mobel furniture meubles muebles mobili moden mode fashion schuhe shoes chaussures zapatos scarpe
  weine wein wines vins vini brot kaffeerosterei tee bucher books libri reisen travel tours optik schmuck jewellery jewelry uhren
  kosmetik cosmetics backwaren getranke spielwaren toys fahrrader bikes bicycles textilien stoffe fleurs fiori flores
  italia italy napoli roma venezia espana france paris london berlin deutschland polska`)

/** Words that say there are several, or that the person cannot be written to any more. */
const notOnePerson = words(`
  familie fam family families famille familia famiglia familien familjen perhe rodina csalad rodzina
  eheleute ehepaar ehepartner couple paar parents eltern kinder children twins zwillinge
  erben heirs estate nachlass witwe widow verstorben deceased decede fallecido
  und and et ja og och en oder or ou sowie plus mit with`)

/** Forms of address and degrees, which may stand before a name. */
const honorifics = words(`
  mr mrs ms miss mx mister madam sir dame lord lady rev reverend fr father brother sister
  dr doctor prof professor pd dipl ing dipl-ing mag msc bsc ma ba phd med jur rer nat phil theol habil hc
  herr herrn frau frl fraulein hr fr
  m mme mlle monsieur madame mademoiselle me maitre
  sr sra srta senor senora senorita don dona d
  sig sigra sgra signor signora signorina dott dottssa avv ing arch geom rag
  dhr mevr mw mevrouw meneer heer drs ir
  hra rva pan pani panna fru froken pani ur bay bayan hanim sayin
  capt captain col maj gen lt sgt hon judge`)

/** What may follow a name and says nothing about it. */
const suffixes = words(`jr sr ii iii iv md phd msc bsc mba ma ba esq dds rn cpa llm dipl ing dipl-ing`)

/** Endings of German and Dutch firms' words: Dorfbäckerei, Stadtapotheke, Holzhandel. */
const firmEnding =
  /.(erei|apotheke|markt|laden|handel|handlung|verein|verband|schule|praxis|klinik|service|technik|gesellschaft|zentrum|gruppe|werke|winkel|handels|bedrijf)$/

/** "Anna y Juan", "Anna u. Max", and the e. of "e. K."; a capital is an initial. */
const connectives = new Set(['e', 'y', 'i', 'a', 'u', 'u.', 'o', 'e.'])

/** Whether the word, as written, says that a name is no single person's. */
export function isNoPerson(word: string): boolean {
  if (connectives.has(word)) return true
  const folded = compact(word)
  return firmWords.has(folded) || notOnePerson.has(folded) || firmEnding.test(folded)
}

/** Whether the word is a form of address or a degree, with or without its points. */
export const isHonorific = (word: string): boolean => honorifics.has(compact(word))

/** Whether the word may stand behind a name: Jr., PhD. */
export const isSuffix = (word: string): boolean => suffixes.has(compact(word))

/** Folded and without the spaces that points and hyphens leave: S.A., e.V., Dipl.-Ing. */
function compact(word: string): string {
  return fold(word).replaceAll(' ', '')
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/).map(compact))
}
