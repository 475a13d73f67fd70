/** Whole words, as `plain` writes them. */
const anyOf = (...words: readonly string[]): RegExp =>
  new RegExp(String.raw`(?<!\p{L})(?:${words.join('|')})(?!\p{L})`, 'u')

const weekdays = [
  '(?:mon|tues|wednes|thurs|fri|satur|sun)days?|weds',
  '(?:montag|die?nstag|donnerstag|freitag|samstag|sonntag|mittwoch|sonnabend)(?:s|(?:frueh|fruh|morgen|vormittag|mittag|nachmittag|abend|nacht)s?)?',
  '(?:lun|mar|mercre|jeu|vendre|same)dis?|dimanches?',
  'lunes|martes|miercoles|jueves|viernes|sabados?|domingos?',
  '(?:lune|marte|mercole|giove|vener)di|sabat[oi]|domenic(?:a|he)',
  '(?:maan|dins|woens|donder|vrij|zater|zon)dag(?:en|s|(?:och(?:tend)|(?:na|voor)?middag|avond|nacht)s?)?',
]

const otherDays = [
  'yesterday|tonight|folgetage?|indomani|gestern|vorgestern|aujourd’?hui|avant-hier|lendemain|anteayer|gisteren|eergisteren',
  // Friday after next, vendredi dernier.
  'next(?! (?:door|to))|(?:uber|ueber)?na(?:e)?chste[nrms]?|prochaine?s?|proxim[oa]s?|prossim[oaie]|volgende|kommende[nrms]?|komende|aanstaande|aankomende',
  'vergangene[nrms]?|vorige[nr]?|passee?|scors[oaie]|passat[oa]|pasad[oa]|afgelopen',
  'following|thereafter|folgende[nrms]?|danach|darauf|suivante?s?|siguientes?|seguent[ei]|successiv[oa]|daarna|daarop|erna|en (?:huit|quinze)|et apres|e (?:anche )?dopo|nachher',
  '(?<=^|(?:day|tag|di) )(?:last|letzte[nrms]?|derni[eè]re?|ultim[oa]|laatste)',
  '(?<=^)(?:just )?(?:gone|past)(?!\\s+\\p{L})',
  // A closing every week, or for good.
  'weekly|daily|wo(?:e)?chentlich|taglich|taeglich|hebdomadaires?|settimanal[ei]|semanal(?:es)?|wekelijks',
  'always|immer|toujours|siempre|sempre|altijd|permanent(?:ly)?|for good|forever|dauerhaft|endgultig|endgueltig|definitiv(?:ement|amente)|definitief',
  'longer|a while|langere?|la(?:e)?ngere zeit|einige zeit|quelque temps|algun tiempo|qualche tempo|enige tijd|a bit(?!\\s+\\p{L})',
  'how long|wie lange|dauer|unknown|unbekannt|duree|inconnue?|duracion|indefinid[oa]|durata|indeterminat[oa]|duur|onbepaalde',
]

const maybe = [
  'maybe|perhaps|possibly|probably|likely|tb[cd]|vielleicht|evtl|eventuell|ggf|moglicherweise|moeglicherweise|wahrscheinlich',
  'vermutlich|voraussichtlich|peut[ -]etre|eventuellement|probablement|quizas?|tal vez|posiblemente|probablemente|a lo mejor',
  'forse|magari|probabilmente|eventualmente|misschien|wellicht|waarschijnlijk|mogelijk|eventueel',
]

const lengths = [
  'days?|weeks?|fortnight|months?|(?<!new )years?|half|every|each|except|but',
  'tage?n?|wochen?|monate?n?|jahre?n?|halb\\p{L}*|jede\\p{L}*|ausser|außer',
  'jours?|journee|semaines?|mois|(?<!fin d’)annees?|ans|demi\\p{L}*|chaque|tou(?:s|tes)|sauf|excepte',
  'dias?|semanas?(?! santa)|meses|(?<!fin de )anos?(?! nuevo)|medi[oa]|cada|todos|excepto|salvo',
  'giorn[oi]|settiman[ae]|mes[ei]|(?<!fine )ann[oi](?! nuovo)|mezz[ao]|ogni|tranne|eccetto',
  'dag(?:en)?|weken|maand(?:en)?|jaar|jaren|halve|ieder\\p{L}*|behalve',
  'exclu\\p{L}*|excl|not incl\\p{L}*|ausschl\\p{L}*|exkl\\p{L}*|nicht (?:mehr|mit|ein\\p{L}*)|non compris',
  'no inclu\\p{L}*|esclus\\p{L}*|non (?:inclus|compres)\\p{L}*|niet (?:meegerekend|inbegrepen)',
]

const number =
  '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eins|zwei|drei|vier|funf|fuenf|sechs|sieben|acht|neun|zehn|elf|zwolf|zwoelf|une|deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|undici|een|twee|drie|vijf|zes|zeven|negen|tien|twaalf|quarter|viertel|kwart)'
const partsOfDay = [
  'mornings?|afternoons?|evenings?|noon|midday|lunch\\p{L}*|nights?|hours?|p\\.?m|a\\.m|early|earlier|sooner|later',
  '(?:vor|nach)m(?:ittag\\p{L}*)?|abends?|mittag\\p{L}*|nachts?|stunden?|stundenweise|zeitweise|uhr|spa(?:e)?t(?:er)?',
  'fr(?:u|ue)h(?:er)?|eher|(?:vor)?zeitig\\p{L}*|nach (?:dem essen|tisch)|matin\\p{L}*|soirs?|midi|apr[eè]m\\p{L}*|dejeuner',
  '(?:plus|trop) tot|tard|heures?|horas?|ore|mananas?|tardes?|noche|mediodia|temprano|despues|almuerzo',
  'mattin\\p{L}*|pom(?:eriggi\\p{L}*)?|sera|mezzogiorno|pranzo|presto|tardi|prima(?!\\s+\\p{L})',
  'ochtend|\\p{L}*middags?|avond|uur|eerder|vroeg|vroeger|vervroegd|laat|o’clock|anticip(?:e|ee|at[oa]|ad[oa])|posticipat[oa]',
  `(?:at|from|until|till?|to|um|ab|bis|gegen|a|des|jusqu’a|a las?|desde las?|hasta las?|alle|dalle|fino alle|all’|om|vanaf|tot)\\s*${number}`,
]

const openAgain = [
  're-?open\\p{L}*|open(?![ -](?:house|heart|air|mic))|opens|opening(?! (?:of|ceremony))|late opening',
  'back(?= (?:on|at|from|by|soon|again|open|after|mid|end|in (?:the )?(?:new|spring|summer|autumn|winter)))',
  'offen|geoffnet|geoeffnet|(?:wieder)?o(?:e)?ffne[nt]|offnungszeiten|oeffnungszeiten|wieder (?:ab|am|um|da|auf|zuruck|zurueck|fur|fuer|erst)|zuruck|zurueck|ruckkehr',
  'ouverte?s?|ouvr\\p{L}+|ouverture(?! d)|r[eo]+uv(?:r|e)\\p{L}+|de retour|retour(?= (?:le|au|a|en|dans|prevu)(?!\\p{L})|$)|reprise',
  'abiert[oa]s?|abre|abrimos|abrira|apertura(?! d)|reapertura|reabr\\p{L}+|volvemos|vuelvo|vuelta|regres\\p{L}+',
  'apert[oaie]|apre|apriamo|riapert\\p{L}+|riapr\\p{L}+|torn(?:o|iamo|a)|rientro|ritorno',
  'opent|geopend|openingstijden|openingsuren|heropen\\p{L}*|terug|weer (?:op|vanaf|om)',
  // Other hours instead of none.
  '(?:shorter|short|reduced|limited|different|special) (?:hours|opening)|opening (?:hours|times)|verk(?:u|ue)rzt\\p{L}*|kurzere?|kuerzere?',
  'horaires?|horarios?|orari[oa]?|verkort\\p{L}*|aangepast\\p{L}*|partial(?:ly)?|partly|teilweise|partielle?ment|parcial(?:mente)?|parzial(?:e|mente)|gedeeltelijk',
  'by appointment|nach vereinbarung|auf termin|sur (?:rendez-vous|rdv)|con cita|su appuntamento|op afspraak',
]

/** What says something of days or hours wherever it stands in a reason. */
export const ofMore = new RegExp(
  String.raw`${anyOf(...weekdays, ...otherDays, ...maybe, ...lengths, ...partsOfDay, ...openAgain).source}|^late(?!\p{L})`,
  'u',
)

const and = String.raw`(?:,|[&+]|(?<!\p{L})(?:and|und|et|y|e|en|or|oder|ou|o|of))\s*(?:the |l[ea] |el |il )?`
const feasts =
  '(?:christmas|xmas|nye|boxing|new year|silvester|neujahr|heilig(?:er )?abend|weihnacht\\p{L}*|ostern|pfingsten|noel|nouvel an|saint-sylvestre|navidad|nochebuena|nochevieja|ano nuevo|natale|vigilia|capodanno|santo stefano|kerst\\p{L}*|oud en nieuw|oudjaar|nieuwjaar|easter)'
/** What says that it may be more than one day where only one is given: family until New Year, and Christmas. */
export const ofOneDay = new RegExp(
  String.raw`${
    anyOf(
      'until|till?|through|thru|bis|jusqu\\p{L}*|hasta|fino|tot|onwards?|indefinitely|further|weiteres|unbestimmte?|ubers?|uebers?',
      'week-?ends?|wochenende|fi(?:n|ne) (?:de semaine|de semana|settimana)|ferien|vacances|vacanze|vacaciones|vakantie|holidays',
      'semana santa|feiertage|fetes|feste|fiestas|festivita|feestdagen|fin d’annee|fine anno|fin de ano',
      'soon|shortly|briefly|kurz|gleich|bald|bientot|pronto|straks|binnenkort',
    ).source
  }|\p{L}(?:ferien|vakantie)(?!\p{L})|${and}${feasts}(?!\p{L})`,
  'u',
)

const leads =
  'from|until|till?|through|thru|to|by|on|since|before|after|in|mid|ab|am|bis|seit|vor|nach|zum|im|ende|anfang|jusqu’(?:au?|en)|au|a|des|depuis|du|hasta|desde|al|entro|fino|dal|da|dalle|tot|t/m|vanaf|op|sinds|' +
  'and|n|und|u|sowie|plus|et|y|e|ed|en|or|oder|ou|o|of|also|auch|aussi|anche|tambien|ook|then|dann|puis|luego|poi|dan|not|nicht|pas|no|non|niet|only|nur|seulement|solo|' +
  'reopen(?:s|ing)?|open(?:s|ing)?|offen|auf|geoffnet|ouverte?|abierto|aperto|geopend|zu|closed|geschlossen|fermee?|cerrado|chiuso|gesloten|dicht|back|again|wieder|retour|terug|weer'
/** What stands before a day: until Mon, ill, Sat. */
export const before = new RegExp(
  String.raw`(?:^|[,;:(&+/.\p{Dash}]\s*|(?<!\p{L})(?:${leads})\s+)(?:(?:den|dem|le|el|il|the|al)\s+)?$`,
  'u',
)
/** What stands behind a day, rather than behind a word that goes on. */
export const after =
  /^\.?(?:\s*(?:$|[,;:!?()/&+\d]|\p{Dash}+(?:\s|$))|\s+(?:and|n|und|u|et|y|e|ed|en|or|oder|ou|o|of|bis|to|till?|until|au|a|al|tot|t\/m|open|offen|auf|zu|geoffnet|closed|geschlossen|ferme|ouverte?|abierto|cerrado|aperto|chiuso|dicht|gesloten|geopend|too|also|auch|aussi|anche|tambien|ook|only|nur|frei|off|wieder|again)(?!\p{L}))/u
/** What stands between one day with its reason and another. */
export const listed =
  /(?:[,;&+/]\s*|\p{Dash}\s+|(?<!\p{L})(?:and|und|et|y|e|en|plus|then|dann|puis|luego|poi|dan)\s+)$/u
/** Short names of days that end a reason, or begin in it with a capital, as no name does. */
export const unlikeNames = /^(?:mon|wed|sat|sun|mo|di|mi|do|fr|sa|so|lun|jue|sab|ven|vr|za|tmrw?|tom)$/
/** Short names of days that as words hardly begin a sentence. */
export const unlikeWords = /^(?:wed|sat|sun|mo|fr|lun|mar|mie|jue|ven|sab|dom|vr|za|tmrw?)$/
