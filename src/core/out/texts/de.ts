import type { Texts } from '../messages.ts'

export const de: Texts = {
  'door.hours': 'Öffnungszeiten',
  'door.hoursFrom': 'Öffnungszeiten ab {day}',
  'door.usual': 'Reguläre Öffnungszeiten',
  'door.usualFrom': 'Reguläre Öffnungszeiten ab {day}',
  'door.special': 'Sonderöffnungszeiten',
  'door.more': 'Weitere Sonderöffnungszeiten folgen.',
  'door.asOf': 'Stand: {day}',
  'door.back': 'Wir sind zurück um {time} Uhr',
  'door.late': 'Wir öffnen heute um {time} Uhr. Bitte entschuldigen Sie.',
  'door.wasLate': 'Wir haben heute erst um {time} Uhr geöffnet. Bitte entschuldigen Sie.',
  closed: 'geschlossen',
  'notice.late': 'Wir öffnen heute um {time} Uhr. Bitte entschuldigen Sie.',
  'notice.lateFor': 'Wir öffnen heute um {time} Uhr statt um {due} Uhr. Bitte entschuldigen Sie.',
  'notice.wasLate':
    'Wir haben heute erst um {time} Uhr geöffnet. Wir bitten alle, die gewartet haben, um Entschuldigung.',
  'notice.wasLateFor':
    'Wir haben heute um {time} Uhr statt um {due} Uhr geöffnet. Wir bitten alle, die gewartet haben, um Entschuldigung.',
  'notice.lateOn':
    'Am {day}, haben wir erst um {time} Uhr geöffnet. Wir bitten alle, die gewartet haben, um Entschuldigung.',
  'notice.lateOnFor':
    'Am {day}, haben wir um {time} Uhr statt um {due} Uhr geöffnet. Wir bitten alle, die gewartet haben, um Entschuldigung.',
  'notice.pause': 'Wir sind kurz weg und um {time} Uhr wieder für Sie da.',
  'notice.pauseOn': 'Am {day}, haben wir vorübergehend geschlossen und sind um {time} Uhr wieder für Sie da.',
  'notice.special': 'Unsere Sonderöffnungszeiten:',
  'phone.hello':
    'Guten Tag, Sie haben {shop} erreicht. Im Moment kann niemand Ihren Anruf entgegennehmen.',
  'phone.open': 'Wir haben geöffnet: {hours}.',
  'phone.closed': 'Wir haben {days} geschlossen.',
  'phone.noHours': 'Wir haben keine regelmäßigen Öffnungszeiten.',
  'phone.closedOn': 'Am {day}, haben wir geschlossen.',
  'phone.openOn': 'Am {day}, haben wir {hours} geöffnet.',
  'phone.closedFrom': 'Von {first}, bis {last}, haben wir geschlossen.',
  'phone.openFrom': 'Von {first}, bis {last}, haben wir {hours} geöffnet.',
  'phone.bye':
    'Bitte hinterlassen Sie nach dem Signalton Ihren Namen und Ihre Telefonnummer. Auf Wiederhören.',
  'mail.hours': 'Öffnungszeiten',
  'mail.from': 'Ab dem {day}',
  'mail.special': 'Sonderöffnungszeiten',
  'mail.code': 'Code: {code}',
  'mail.until': 'Gültig bis {day}',
  'mail.reader': 'liebe Kundin, lieber Kunde',
  'mail.why': 'Sie bekommen diesen Newsletter, weil Sie eingewilligt haben, Neuigkeiten von {shop} zu erhalten.',
  'mail.stop': 'Um ihn abzubestellen, schreiben Sie an {address} und nennen Sie diesen Code: {code}',
  'mail.stopLink': 'Newsletter abbestellen',
  'mail.stopCode': '(eine E-Mail mit Ihrem Code {code})',
  'mail.stopSubject': 'Newsletter abbestellen',
  'letter.subject': '{month}: Neues von {shop}',
  'letter.hello': 'Guten Tag {{first name|liebe Kundin, lieber Kunde}},',
  'letter.thanks': 'vielen Dank, dass Sie uns die Treue halten. Das ist unser Newsletter für {month}.',
  'letter.below': 'Weiter unten finden Sie unsere Öffnungszeiten.',
  'letter.ask':
    'Vermissen Sie bei uns etwas, oder sollten wir etwas besser machen? Antworten Sie einfach auf diese E-Mail.',
  'letter.bye': 'Bis bald\n{shop}',
}
