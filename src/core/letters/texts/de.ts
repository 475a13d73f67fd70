import type { OccasionTexts } from '../occasions.ts'

export const de: OccasionTexts = {
  ready: {
    subject: 'Ihre Bestellung ist fertig',
    words:
      'Ihre Bestellung[ („{what}“)] ist fertig.\n\nSie können sie zu unseren Öffnungszeiten jederzeit abholen. Wir freuen uns auf Sie.',
    phone:
      'Guten Tag, hier ist {shop}. Ihre Bestellung[ („{what}“)] ist fertig. Sie können sie zu unseren Öffnungszeiten jederzeit abholen.',
  },
  late: {
    subject: 'Ihre Bestellung wird später fertig als zugesagt',
    words:
      'wir hatten Ihnen Ihre Bestellung[ („{what}“)] zugesagt[, und zwar für {day}]. Das schaffen wir leider nicht. Bitte entschuldigen Sie.\n\nWir arbeiten daran und nennen Ihnen den neuen Termin, sobald er feststeht.',
    phone:
      'Guten Tag, hier ist {shop}. Ich rufe wegen Ihrer Bestellung[ („{what}“)] an. Sie wird nicht wie zugesagt fertig[, also nicht für {day}]. Das tut mir leid. Darf ich Ihnen sagen, was wir tun können?',
  },
  sorry: {
    subject: 'Bitte entschuldigen Sie',
    words:
      'bei uns ist etwas schiefgegangen[ (es geht um „{what}“)], und das ist unser Fehler. Wir bitten Sie um Entschuldigung.\n\nWir bringen das in Ordnung. Wir melden uns bei Ihnen, um das Wie zu besprechen, und es kostet Sie nichts.',
    phone:
      'Guten Tag, hier ist {shop}. Bei uns ist etwas schiefgegangen[ (es geht um „{what}“)], und das ist unser Fehler. Das tut mir leid. Ich möchte es in Ordnung bringen: Was wäre Ihnen recht?',
  },
  thanks: {
    subject: 'Vielen Dank',
    words:
      'vielen Dank für Ihren Auftrag[ („{what}“)] und für Ihr Vertrauen.\n\nWir machen unsere Arbeit gern gut für Sie. Bitte sagen Sie uns jederzeit, was besser sein könnte.',
    phone:
      'Guten Tag, hier ist {shop}. Ich möchte Ihnen nur für Ihren Auftrag[ („{what}“)] danken. Wir haben das gern für Sie gemacht.',
  },
  satisfied: {
    subject: 'Ist alles, wie Sie es wollten?',
    words:
      'vor ein paar Tagen haben Sie etwas von uns bekommen[: {what}]. Ist alles, wie Sie es wollten?\n\nBitte sagen Sie es uns in ein, zwei Worten und ganz offen: Was nicht stimmt, bringen wir in Ordnung.',
    phone:
      'Guten Tag, hier ist {shop}. Vor ein paar Tagen haben Sie etwas von uns bekommen[: {what}]. Ist alles, wie Sie es wollten?',
  },
  referral: {
    subject: 'Danke für Ihre Empfehlung',
    words:
      'durch Ihre Empfehlung haben wir neue Kundschaft bekommen[: {friend}]. Vielen Dank dafür.\n\nNichts sagt mehr über unsere Arbeit, als dass Sie anderen davon erzählen. Wer auf Ihren Rat kommt, ist bei uns in guten Händen.',
    phone:
      'Guten Tag, hier ist {shop}. Durch Ihre Empfehlung haben wir neue Kundschaft bekommen[: {friend}]. Dafür möchte ich Ihnen danken.',
  },
  missed: {
    subject: 'Wir haben Sie länger nicht gesehen',
    words:
      'wir haben Sie länger nicht gesehen, und Sie fehlen uns.\n\nVielleicht war beim letzten Mal etwas nicht recht. Dann sagen Sie es uns bitte, wir bringen es gern in Ordnung. Sie sind uns immer willkommen.',
    phone:
      'Guten Tag, hier ist {shop}. Wir haben Sie länger nicht gesehen, und ich wollte fragen, wie es Ihnen geht. War beim letzten Mal alles recht?',
  },
  birthday: {
    subject: 'Herzlichen Glückwunsch zum Geburtstag',
    words:
      'wir alle gratulieren Ihnen herzlich zum Geburtstag.\n\nMöge Ihr neues Lebensjahr ein gutes werden. Es ist uns eine Freude, Sie zu unserer Kundschaft zu zählen.',
    phone: 'Guten Tag, hier ist {shop}. Wir alle gratulieren Ihnen herzlich zum Geburtstag.',
  },
  recall: {
    subject: 'Bitte verwenden Sie dieses Produkt nicht mehr',
    words:
      'ein Produkt, das Sie vielleicht bei uns gekauft haben[ („{what}“)], wird zurückgerufen. Bitte verwenden Sie es nicht mehr.\n\nBringen Sie es uns zurück: Sie bekommen ein anderes oder Ihr Geld, und Sie brauchen keinen Beleg. Wir bitten um Entschuldigung für die Mühe.',
    phone:
      'Guten Tag, hier ist {shop}. Ein Produkt, das Sie vielleicht bei uns gekauft haben[ („{what}“)], wird zurückgerufen. Bitte verwenden Sie es nicht mehr und bringen Sie es zurück: Sie bekommen ein anderes oder Ihr Geld.',
  },
}
