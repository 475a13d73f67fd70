import type { OccasionTexts } from '../occasions.ts'

export const nl: OccasionTexts = {
  ready: {
    subject: 'Uw bestelling is klaar',
    words:
      'Uw bestelling[ (‘{what}’)] is klaar.\n\nU kunt die ophalen wanneer wij open zijn. Wij zien u graag.',
    phone:
      'Goedendag, u spreekt met {shop}. Uw bestelling[ (‘{what}’)] is klaar. U kunt die ophalen wanneer wij open zijn.',
  },
  late: {
    subject: 'Uw bestelling wordt later dan gezegd',
    words:
      'Wij hadden u uw bestelling[ (‘{what}’)] toegezegd[ voor {day}]. Dat halen wij niet, en dat spijt ons.\n\nWij werken eraan en laten u de nieuwe dag weten zodra die zeker is.',
    phone:
      'Goedendag, u spreekt met {shop}. Ik bel over uw bestelling[ (‘{what}’)]. Die is niet[ op {day}| op tijd] klaar, en dat spijt mij. Mag ik u zeggen wat wij kunnen doen?',
  },
  sorry: {
    subject: 'Onze excuses',
    words:
      'Er is bij ons iets misgegaan[ (het gaat om ‘{what}’)], en dat is onze fout. Wij bieden u onze excuses aan.\n\nWij maken het in orde. Wij nemen contact met u op om af te spreken hoe, en het kost u niets.',
    phone:
      'Goedendag, u spreekt met {shop}. Er is bij ons iets misgegaan[ (het gaat om ‘{what}’)], en dat is onze fout. Dat spijt mij. Ik wil het graag in orde maken: wat zou u schikken?',
  },
  thanks: {
    subject: 'Dank u wel',
    words:
      'Dank u wel voor uw bestelling[ (‘{what}’)] en voor uw vertrouwen.\n\nWij doen ons werk graag goed voor u. Laat ons altijd weten wat er beter kan.',
    phone:
      'Goedendag, u spreekt met {shop}. Ik wil u alleen bedanken voor uw bestelling[ (‘{what}’)]. Wij hebben het graag voor u gedaan.',
  },
  satisfied: {
    subject: 'Is alles zoals u het wilde?',
    words:
      'Een paar dagen geleden kreeg u iets van ons[: {what}]. Is alles zoals u het wilde?\n\nZegt u het ons in een paar woorden en gerust eerlijk: wat niet goed is, maken wij in orde.',
    phone:
      'Goedendag, u spreekt met {shop}. Een paar dagen geleden kreeg u iets van ons[: {what}]. Is alles zoals u het wilde?',
  },
  referral: {
    subject: 'Dank u wel voor uw aanbeveling',
    words:
      'Dankzij u hebben wij er klandizie bij[: {friend}]. Dank u wel dat u ons hebt aanbevolen.\n\nNiets zegt meer over ons werk dan dat u er anderen over vertelt. Wie u stuurt, is bij ons in goede handen.',
    phone:
      'Goedendag, u spreekt met {shop}. Dankzij u hebben wij er klandizie bij[: {friend}]. Daar wil ik u voor bedanken.',
  },
  missed: {
    subject: 'Wij hebben u een tijd niet gezien',
    words:
      'Wij hebben u een tijd niet gezien, en wij missen u.\n\nMisschien was er de vorige keer iets niet goed. Zegt u het ons dan: wij maken het graag in orde. U bent altijd welkom.',
    phone:
      'Goedendag, u spreekt met {shop}. Wij hebben u een tijd niet gezien, en ik wilde vragen hoe het met u gaat. Was de vorige keer alles goed?',
  },
  birthday: {
    subject: 'Van harte gefeliciteerd met uw verjaardag',
    words:
      'Wij feliciteren u allemaal van harte met uw verjaardag.\n\nMoge het nieuwe levensjaar een goed jaar voor u worden. Het is ons een genoegen u als klant te hebben.',
    phone: 'Goedendag, u spreekt met {shop}. Wij feliciteren u allemaal van harte met uw verjaardag.',
  },
  recall: {
    subject: 'Gebruik dit product niet meer',
    words:
      'Een product dat u misschien bij ons hebt gekocht[ (‘{what}’)] wordt teruggeroepen. Gebruik het niet meer.\n\nBreng het bij ons terug: u krijgt een ander of uw geld, en een bon is niet nodig. Onze excuses voor het ongemak.',
    phone:
      'Goedendag, u spreekt met {shop}. Een product dat u misschien bij ons hebt gekocht[ (‘{what}’)] wordt teruggeroepen. Gebruik het niet meer en breng het terug: u krijgt een ander of uw geld.',
  },
}
