/** What owners give as a reason, in six languages: it says nothing of days. */
export const reasons: readonly string[] = `
  ill; sick; family; family reasons; wedding; our wedding; my son’s wedding; funeral; a funeral in the family
  bereavement; stocktaking; stock-taking; inventory; inventory and cleaning; renovation; redecorating
  building works; power cut; staff training; training course; trade fair; moving next door; moving house
  doctor’s appointment; hospital; surgery; ill, do not ring; Tom and Ann marry; bad back; back pain
  open house at the school; open-heart surgery; birth of our daughter; seaside trip; so long; mending the roof
  Maria’s birthday; Monica is ill; Mon Repos is being painted; Tom’s graduation; do-it-yourself course
  Martin’s exam; strike; snow; burst pipe; maternity leave; Thanksgiving; Saturn concert; Sunrise festival
  Friedrich is ill; on a course; out of order; krank; Krankheit; wegen Krankheit; Familie; Familienfeier
  Hochzeit; Hochzeit von Mo und Lea; Trauerfall; Todesfall; Tod in der Familie; Inventur; Umbau; Umbauarbeiten
  Renovierung; Urlaub; Betriebsausflug; Fortbildung; Messe; Arzttermin; Krankenhaus; wieder krank
  Stromausfall; Wasserrohrbruch; Sonntagsverkauf; Donaufest; Eröffnung der Filiale; Umzug; Großputz; Karneval
  Elternzeit; mit Familie am Meer; so krank; die Kinder sind krank; Hochzeit unserer Tochter
  Zeit für die Familie; Konfirmation; Martinsmarkt; wegen Umbau; Taufe; Abitur von Sonja; Beerdigung; Schulung
  Kur; Reha; Streik; Schnee; malade; maladie; mariage; mariage de ma fille; mariage de mon fils; deuil
  deuil familial; décès; congés; congé annuel; inventaire; travaux; formation; déménagement
  salon professionnel; rendez-vous médical; hôpital; naissance; grève; neige; ma mère est malade
  mon père est malade; sortie en mer; mal de mer; jeu de piste; coupure d’électricité; baptême; communion
  enfermo; enfermedad; por enfermedad; boda; mi boda; boda de mi hija; luto; fallecimiento; inventario; obras
  reformas; formación; mudanza; feria; nacimiento; bautizo; huelga; nieve; asuntos familiares
  viaje al extranjero; corte de luz; malato; malattia; per malattia; matrimonio; matrimonio di mia figlia
  lutto; lutto in famiglia; ferie; lavori; ristrutturazione; corso; trasloco; fiera; ospedale; nascita
  battesimo; sciopero; neve; motivi familiari; di riposo; ziek; ziekte; wegens ziekte; bruiloft
  bruiloft van mijn dochter; begrafenis; sterfgeval; inventaris; verbouwing; verlof; cursus; verhuizing; beurs
  ziekenhuis; geboorte; staking; sneeuw; familieomstandigheden; slecht weer; zo ziek als een hond
  closed due to illness; death in the family; out sick; family emergency; private event; private function
  wedding of our daughter; graduation ceremony; school trip; visiting family abroad; jury duty; flu; covid
  quarantine; food poisoning; broken oven; no water; flood; water damage; fire damage; storm; icy roads
  heatwave; road works; new floor; painting; repairs; oven repair; pest control; deep clean; audit; tax office
  bank appointment; van broken down; no staff; staff shortage; staff party; team outing; Christmas party
  festival; concert; football match; World Cup final; election; market in town; carnival; village fête
  church service; baptism; First Communion; confirmation; christening; baby born; maternity; dentist
  eye doctor; operation; hip operation; physio; rehab; mum in hospital; Dad’s operation; dog is ill; vet
  moving; moving to the new shop; relocating; new owner; closing down; shop refit; stock count; annual leave
  summer break; winter break; on holiday in Spain; skiing; sailing; honeymoon; anniversary; silver wedding
  golden wedding; Eid; Yom Kippur; Diwali; Chinese New Year; Easter; Whitsun; Ascension
  Labour Party conference; craft fair; we are at the fair in Leeds; delivery problem; computer failure
  internet down; Betriebsversammlung; Personalmangel; Personalausfall; Grippe; Corona; Magen-Darm; Kind krank
  Kinder krank; Oma gestorben; Beisetzung; Hochzeitsreise; goldene Hochzeit; silberne Hochzeit
  Umzug in die neue Filiale; Wasserschaden; Heizung defekt; Ofen kaputt; kein Strom; Straßensperrung; Dorffest
  Kirchweih; Schützenfest; Fasching; Rosenmontag; Karfreitag; Ostern; Pfingsten; Allerheiligen; Fronleichnam
  Weihnachten; Silvester; Heiligabend; Neujahr; Gründonnerstag; Aschermittwoch; Sportverein-Feier
  Klassenfahrt; Einschulung; Zahnarzt; Augenarzt; OP; Knie-OP; Kur in Bad Mondorf; auf Messe in Köln
  bei der Familie; bei Sonja; private Gründe; aus privaten Gründen; aus familiären Gründen
  aus gesundheitlichen Gründen; wegen Todesfall; wegen Trauerfall geschlossen; wegen Inventur; wegen Umbaus
  Steuerprüfung; Handwerker im Haus; Malerarbeiten; Geburt; Geburtstag; Omas Geburtstag; Jubiläum
  raisons personnelles; pour raisons familiales; pour cause de maladie; pour cause de décès
  décès dans la famille; obsèques; enterrement; noces d’or; fête du village; kermesse; marché de Noël
  panne de four; panne électrique; dégât des eaux; travaux dans la rue; grippe; enfant malade
  ma fille est malade; mes parents sont malades; dentiste; opération; rendez-vous chez le médecin
  en formation; sortie scolaire; Pâques; Pentecôte; Toussaint; Noël; cause familiale; motivos personales
  por motivos familiares; cerrado por defunción; por defunción; por inventario; por reforma; por obras; gripe
  niño enfermo; mi hija está enferma; dentista; operación; cita médica; Navidad; Reyes; boda de mi hermana
  comunión de mi hijo; avería; sin luz; inundación; per lutto; per ferie; per inventario; per ristrutturazione
  per motivi familiari; influenza; bambino malato; mia figlia è malata; visita medica; funerale; nozze d’oro
  festa del patrono; Ferragosto; Pasqua; Natale; guasto al forno; senza corrente; allagamento; sagra
  battesimo di mia nipote; festa della mamma; wegens overlijden; wegens verbouwing
  wegens familieomstandigheden; griep; kind ziek; mijn dochter is ziek; tandarts; operatie; uitvaart; crematie
  gouden bruiloft; kermis; carnaval; Pasen; Pinksteren; Hemelvaart; Kerst; Sinterklaas; storing; geen stroom
  waterschade; bedrijfsuitje; personeelstekort; op reis; naar zee
`
  .split(/[;\n]/)
  .map((reason) => reason.trim())
  .filter((reason) => reason !== '')
