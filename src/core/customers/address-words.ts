/*
 * The column names of addresses, as the programs that people come from write them, by whose address it is: words of one
 * home first, then those that name no place, then those of work. An address is taken from one place, never put together
 * from two. Letters, case, accents and marks do not matter.
 */

export const addressFields = ['street', 'city', 'region', 'postcode', 'country'] as const
export type AddressField = (typeof addressFields)[number]

/** At home, or at no place in particular; the most telling first. */
export const homeWords: Readonly<Record<AddressField, string>> = {
  street: `Street, Address, Home street, Home address, Default Address Address1, Physical address 1, PO Address Line 1,
    Mailing Street, Address 1 - Street, Privat: Adresse, Straße privat, Straße (privat), Adresse privée, Rue (domicile),
    Dirección personal, Indirizzo di casa, Via (ab.), Huisadres straat, Adres thuis, Endereço residencial,
    Endereço pessoal, Rua do Endereço Residencial, Adres domowy, Adres domowy - ulica, Ulica (dom),
    Adress privat (rad 1), Gatuadress hem, Adress hem, Hjemmeadresse, Gade (privat), Hjem Adresse, Kotiosoite,
    Adresa domů, Street address, Street address 1, Straße, Straße 1, Adresse, Anschrift, Rue, Dirección, Calle,
    Indirizzo, Via, Straat, Adres, Endereço, Ulica, Adress, Gatuadress, Adresa, Osoite, Address line 1, Address 1,
    Streetname, Bill address, Billing street, Billing street 1`,
  city: `City, Home city, Default Address City, Physical city, PO City, Mailing City, Address 1 - City, Privat: Ort,
    Ort privat, Ort (privat), Ville (domicile), Ciudad donde vive, Ciudad de residencia, Città di residenza, Città (ab.),
    Huisadres plaats, Plaats thuis, Naturalidade, Cidade do endereço residencial, Miasto (dom), Adres domowy - miejscowość,
    Stad privat, Hemort, Ort hem, Hjemmeby, By (privat), Hjem Poststed, Kotikaupunki, Town, Ort, Ort 1, Stadt, Wohnort,
    Ville, Ciudad, Población, Città, Comune, Plaats, Woonplaats, Cidade, Miasto, Město, Poststed, Kaupunki,
    Physical suburb`,
  region: `Region, State, Home state, Home county, Default Address Province Code, Physical state, PO Region, Mailing State,
    Address 1 - Region, Address 1 - State/Region, Privat: Bundesland, Bundesland/Kanton privat, Bundesland (privat),
    Dép/Région (domicile), Département (domicile), Estado (domicilio particular), Provincia di residenza,
    Provincia (ab.), Huisadres provincie, Provincie thuis, Distrito, Estado do Endereço Residencial,
    Województwo (dom), Adres domowy - województwo, Landsdel (Stat) privat, Region hem, Hjemmestat, Område (privat),
    Hjem Region, Kodin lääni, Province, County, State / Province, State/Region, Province Code, Bundesland, Kanton,
    Région, Pays/État, Provincia, Provincie, Estado, Kraj`,
  postcode: `Postcode, Postal code, Home postal code, Home ZipCode, Home Post Code, Default Address Zip,
    Physical postcode, PO Postal Code, Mailing Zip, Address 1 - Postal code, Address 1 - Zip, Privat: PLZ,
    Postleitzahl privat, Postleitzahl (privat), Code postal (domicile), Código postal del domicilio, CAP di residenza,
    CAP (ab.), Huisadres postcode, Postcode thuis, CEP do endereço residencial, Kod pocztowy (dom),
    Adres domowy - kod pocztowy, Postnummer privat, Postnr hem, Postnummer hem, Hjemmepostnummer, Postnummer (privat),
    Hjem Postnr, Kodin postinumero, Zip, Zip code, Post code, Postal / Zip Code, PLZ, PLZ 1, Postleitzahl, Code postal,
    CP, Código postal, CAP, CEP, Kod pocztowy, PSČ, Postnummer, Postinumero`,
  country: `Country, Home country/region, Home country, Default Address Country, Default Address Country Code,
    Physical country ID, PO Country, Mailing Country, Address 1 - Country, Privat: Land, Land/Region privat,
    Land/Region (privat), Pays/Région (domicile), País de residencia, País o región del domicilio,
    País o región de residencia, Nazione di residenza, Paese (ab.), Land/regio (thuis), Land/regio thuis,
    País/Região de Residência, País/Região do endereço residencial, Nacionalidade, Państwo (dom),
    Adres domowy - kraj/region, Kraj/region (dom), Land privat, Land hem, Hjemmeland, Land/område (privat), Hjem Land,
    Kotimaa, Country/region, Land, Land 1, Pays, País, Paese, Nazione, Země, Kraj/region, Maa, Country ID,
    Country ID/ID, Country Code`,
}

/** At work, and other second addresses: taken where there is none of home. */
export const workWords: Readonly<Record<AddressField, string>> = {
  street: `Business street, Business address, Work street, Work address, Postal address 1, SA Address Line 1,
    Dienstlich: Adresse, Straße geschäftlich, Straße (geschäftlich), Rue (bureau), Adresse professionnelle,
    Dirección de trabajo, Calle del trabajo, Indirizzo di lavoro, Via (uff.), Werkadres, Werkadres straat, Adres werk,
    Rua do Endereço Comercial, Endereço comercial, Endereço profissional, Adres służbowy, Adres służbowy - ulica,
    Ulica (biuro), Adress arbete (rad 1), Gatuadress arbete, Adress företag, Arbejdsadresse, Gade (arbejde),
    Arbeid Adresse, Työosoite, Adresa do zaměstnání`,
  city: `Business city, Work city, Postal city, SA City, Dienstlich: Ort, Ort geschäftlich, Ort (geschäftlich),
    Ville (bureau), Ciudad (Trabajo), Ciudad de trabajo, Città di lavoro, Città (uff.), Werklocatie, Werkadres plaats,
    Plaats werk, Cidade de trabalho, Cidade do Endereço Comercial, Local de trabalho, Miasto (praca), Miasto (biuro),
    Adres służbowy - miejscowość, Stad arbete, Ort arbete, Ort företag, Arbejdsby, By (arbejde), Arbeid Poststed,
    Työpaikan kaupunki`,
  region: `Business state, Work state, Work county, Postal state, SA Region, Dienstlich: Bundesland, Region geschäftlich,
    Bundesland (geschäftlich), Dép/Région (bureau), Département (bureau), Provincia (Trabajo),
    Provincia o estado de trabajo, Estado o provincia del trabajo, Provincia di lavoro, Provincia (uff.),
    Werkprovincie, Werkadres provincie, Provincie werk, Estado de trabalho, Estado do Endereço Comercial,
    Distrito do local de trabalho, Województwo (praca), Województwo (biuro), Adres służbowy - województwo,
    Landsdel (Stat) arbete, Region arbete, Region företag, Arbejdsstat, Område (arbejde), Arbeid Region, Työpaikan lääni`,
  postcode: `Business postal code, Work ZipCode, Work Post Code, Work postal code, Postal postcode, SA Postal Code,
    Dienstlich: PLZ, Postleitzahl geschäftlich, Postleitzahl (geschäftlich), Code postal (bureau),
    Código postal (Trabajo), Código postal del trabajo, CAP di lavoro, CAP (uff.), Werkpostcode, Werkadres postcode,
    Postcode werk, CEP comercial, CEP do Endereço Comercial, Código postal do local de trabalho, Kod pocztowy (praca),
    Kod pocztowy (biuro), Adres służbowy - kod pocztowy, Postnummer arbete, Postadress arbete, Postnummer företag,
    Arbejdspostnummer, Postnummer (arbejde), Arbeid Postnr, Työpaikan postinumero`,
  country: `Business country/region, Business country, Work country, Postal country ID, SA Country, Dienstlich: Land,
    Land/Region geschäftlich, Land/Region (geschäftlich), Pays/Région (bureau), País (Trabajo),
    País o región del trabajo, Nazione di lavoro, Paese (uff.), Werkland, Land/regio (werk), Land/regio werk,
    País de trabalho, País/Região da Empresa, País/Região do Endereço Comercial, País do local de trabalho,
    Państwo (praca), Kraj/region (biuro), Adres służbowy - kraj/region, Land arbete, Land företag, Arbejdsland,
    Land/område (arbejde), Arbeid Land, Työpaikan maa`,
}

/** Where goods are sent, and second addresses that programs only number. */
export const otherPlaceWords: Readonly<Record<AddressField, string>> = {
  street: `Shipping Streetname, Shipping street, Shipping address, Shipping address 1, Shipping street 1, Ship Address1, Ship address, Other street,
    Other address, Address 2 - Street, Lieferadresse, Liefer-Straße, Delivery street, Delivery address, Straße 2, Weitere Straße, Autre rue`,
  city: `Shipping city, Ship City, Other city, Address 2 - City, Delivery city, Lieferort, Liefer-Ort, Ort 2, Weiterer Ort, Autre ville`,
  region: `Shipping region, Shipping state, Shipping province, Ship State, Other state, Address 2 - Region, Address 2 - State/Region, Delivery state`,
  postcode: `Shipping zipcode, Shipping zip, Shipping postcode, Shipping postal code, Ship Zipcode, Other postal code, Address 2 - Postal code,
    Address 2 - Zip, Delivery postcode, Liefer-PLZ, PLZ 2, Weitere Postleitzahl`,
  country: `Shipping country, Ship Country, Other country/region, Other country, Address 2 - Country, Delivery country, Lieferland, Land 2`,
}

/** Further lines of a street that are not called after it. */
export const streetLineWords = `Address 1 - Extended Address, Address 1 - Street Line 2, Adresszusatz, Zusatz, Complément d’adresse, Address Two,
  Address 1 - PO Box, Postfach, PO Box, Postal box, Boîte postale, Apartado postal, Casella postale, Postbus`
