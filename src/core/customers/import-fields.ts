import { fold } from '../fold.ts'
import { guessMapping, type ImportField, type Mapping } from '../table/mapping.ts'

const field = (name: string, aliases: string): ImportField => ({
  name,
  aliases: aliases.split(',').map((alias) => fold(alias)),
})

const nameField = field(
  'name',
  'Contact, Name, Full name, Contact name, Ansprechpartner, Kontakt, Kontaktperson, Nom complet, Interlocuteur, Nom du contact, Nombre completo, Contacto, Persona de contacto, Contatto, Referente, Contactpersoon, Naam, Display name, Customer name, Kundenname, Person',
)

/** What a customer import can fill, with the header texts of common programs and languages. */
export const customerFields: readonly ImportField[] = [
  field(
    'sourceId',
    'Customer ID, ID, Kundennr, Kundennummer, Kunden-ID, Customer no, Customer number, Customer code, Code client, Numéro client, N° client, Código de cliente, Número de cliente, Codice cliente, Klantnummer, Account number, Reference, Code, Nr, Number, No, Customer, Kunde, Client, Cliente, Klant',
  ),
  nameField,
  field('firstName', 'First name, Given name, Vorname, Prénom, Nombre, Nome, Voornaam, Fornavn, Förnamn'),
  field('middleName', 'Middle name, Additional name, Zweiter Vorname, Deuxième prénom, Segundo nombre'),
  field(
    'lastName',
    'Last name, Family name, Surname, Nachname, Familienname, Nom de famille, Nom, Apellidos, Apellido, Cognome, Achternaam, Etternavn, Efternamn',
  ),
  field(
    'company',
    'Company, Organization name, Organization 1 - Name, Company name, Firma, Firmenname, Unternehmen, Organisation, Organization, Société, Entreprise, Raison sociale, Empresa, Compañía, Azienda, Ditta, Bedrijf, Business name, Shop',
  ),
  field(
    'title',
    'Job title, Title, Organization title, Organization 1 - Title, Position, Funktion, Fonction, Cargo, Ruolo, Functie',
  ),
  field(
    'email',
    'E-mail, Email, E-mail address, E-mail 1 - Value, Mail, E-Mail-Adresse, Mailadresse, Adresse e-mail, Courriel, Adresse électronique, Correo electrónico, Correo, Posta elettronica, E-mailadres, Primary email, Email 1',
  ),
  field(
    'phone',
    'Phone, Telephone, Phone number, Phone 1 - Value, Business phone, Telefon, Tel, Telefonnummer, Téléphone, Teléfono, Telefono, Telefoon, Mobile, Mobile phone, Handy, Mobil, Portable, Móvil, Cellulare, Home phone, Primary phone',
  ),
  field(
    'street',
    'Street, Address, Address 1 - Street, Business street, Street address, Straße, Adresse, Anschrift, Rue, Dirección, Calle, Indirizzo, Via, Straat, Adres, Address line 1, Home street, Home address',
  ),
  field(
    'city',
    'City, Address 1 - City, Business city, Town, Ort, Stadt, Wohnort, Ville, Ciudad, Población, Città, Comune, Plaats, Woonplaats, Home city',
  ),
  field(
    'region',
    'Region, State, Address 1 - Region, Business state, Province, County, Bundesland, Kanton, Région, Provincia, Estado, Home state',
  ),
  field(
    'postcode',
    'Postcode, Postal code, Address 1 - Postal code, Business postal code, Zip, Zip code, PLZ, Postleitzahl, Code postal, CP, Código postal, CAP, Home postal code',
  ),
  field(
    'country',
    'Country, Address 1 - Country, Business country/region, Country/region, Business country, Land, Pays, País, Paese, Nazione, Home country/region',
  ),
  field(
    'notes',
    'Notes, Note, Notizen, Notiz, Bemerkung, Bemerkungen, Remarks, Comment, Comments, Remarques, Commentaire, Notas, Observaciones',
  ),
  field(
    'consent',
    'Newsletter, Mail consent, Consent, Newsletter consent, Opt-in, Email opt-in, Subscribed, Einwilligung, Zustimmung, Newsletter ja/nein, Werbeeinwilligung, Consentement, Abonné, Consentimiento, Suscrito, Consenso',
  ),
]

/** Files that call the person simply "Customer". */
const personNamedCustomer = customerFields.map((known) =>
  known === nameField
    ? {
        ...known,
        aliases: ['customer', 'kunde', 'kunden', 'client', 'clients', 'cliente', 'klant', ...known.aliases],
      }
    : known,
)

/** Which column fills which field of a customer. "Customer" is the number where a name stands beside it, else the name. */
export function guessCustomerMapping(header: readonly string[]): Mapping {
  const guess = guessMapping(header, customerFields)
  const named = ['name', 'firstName', 'lastName', 'company'].some((name) => name in guess)
  return named ? guess : guessMapping(header, personNamedCustomer)
}

/** Which program wrote the table, as far as its header says. */
export function customerFormat(header: readonly string[]): 'google-csv' | 'outlook-csv' | 'csv' {
  if (header.includes('E-mail 1 - Value')) return 'google-csv'
  if (header.includes('E-mail Type') || header.includes('E-mail Display Name')) return 'outlook-csv'
  return 'csv'
}
