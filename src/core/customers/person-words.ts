/*
 * The column names of people, mail and phones, as the programs that people come from write them, the most telling first.
 * Letters, case, accents and marks do not matter.
 */
export const personWords = {
  name: `Contact, Name, Customer full name, Full name, Contact name, Ansprechpartner, Kontakt, Kontaktperson, Nom complet,
    Interlocuteur, Nom du contact, Nombre completo, Contacto, Persona de contacto, Contatto, Referente, Contactpersoon,
    Naam, Display name, Customer name, Kundenname, Person, Anzeigename, Nom à afficher, Nombre mostrado,
    Nome visualizzato, Weergavenaam, Nome de exibição, Nome exibido, Wyświetlana nazwa, Vis navn, Fullt navn,
    Näyttönimi, Zobrazované jméno, Nazwa, Namn, Navn`,
  firstName: `First name, Given name, Vorname, Vorname (Adressattyp natürl. Person), Prénom, Nombre, Nome, Primeiro nome,
    Voornaam, Imię, Fornavn, Förnamn, Etunimi, Křestní jméno, Jméno, Forename, First names, Forenames, Vornamen,
    Prénoms, Voornamen, Christian name, Nombre de pila`,
  middleName: `Middle name, Additional name, Zweiter Vorname, 2. Vorname, Weitere Vornamen,
    Deuxième prénom, Segundo nombre, Secondo nome, Middelste naam, Segundo nome, Nome do Meio, Drugie imię, Mellannamn,
    Mellemnavn`,
  namePrefix: `Lastname Preposition, Tussenvoegsel, Tussenvoegsels, Voorvoegsel, Voorvoegsels, Vorsatzwort,
    Vorsatzwörter, Last name prefix, Surname prefix`,
  lastName: `Last name, Family name, Surname, Nachname, Familienname, Name (Adressattyp natürl. Person), Nom de famille,
    Nom, Apellidos, Apellido, Cognome, Achternaam, Sobrenome, Apelido, Nazwisko, Etternavn, Efternavn, Efternamn,
    Sukunimi, Příjmení`,
  company: `Company, Organization name, Organization 1 - Name, Company name, Default Address Company, Firma, Firmenname,
    Name (Adressattyp Unternehmen), Unternehmen, Organisation, Organization, Société, Entreprise, Raison sociale,
    Empresa, Compañía, Organización, Azienda, Ditta, Organizzazione, Società, Bedrijf, Organisatie, Organização,
    Firma/Organizacja, Företag, Organisasjon, Järjestö, Společnost, Business name, Account name, Associated Company,
    Related company, Shop`,
  title: `Job title, Organization title, Organization 1 - Title, Position, Funktion, Fonction, Cargo, Ruolo, Functie,
    Arbeitstitel, Werkfunctie, Puesto, Posizione, Qualifica, Stanowisko, Stilling, Befattning, Jobbtittel, Ammattinimi,
    Pozice, Title`,
  email: `E-mail, E-mail address, E-mail 1 - Value, Mail, E-Mail-Adresse, Mailadresse, Adresse e-mail, Courriel,
    Adresse électronique, Correo electrónico, Correo, Posta elettronica, E-mailadres, Primary email, Email 1,
    Subscriber, Customer email, Primäre E-Mail-Adresse, Adresse e-mail principale, Adresse électronique principale,
    Adresse de messagerie, Adresse de courrier, Dirección de correo electrónico principal,
    Dirección de correo electrónico, Email primaria, Indirizzo posta elettronica, Indirizzo di posta elettronica,
    Primair e-mailadres, Eerste e-mail, Email principal, Email primário, Endereço de email, Podstawowy e-mail,
    Adres e-mail, E-post, E-postadress, Primær mail, Primær e-post, Ensisijainen sähköposti, První e-mail, Correo-e`,
  phone: `Phone, Telephone, Phone number, Phone 1 - Value, Phone 1, Phone numbers, Telefon, Tel, Telefonnummer, Telefon 1,
    Téléphone, Teléfono, Telefono, Telefoon, Telefone, Mobile, Mobile phone, Mobile number, Mobile phone number, Handy,
    Mobil, Mobil-Tel.-Nr., Mobiltelefon, Portable, Tél. mobile, Téléphone mobile, Móvil, Teléfono móvil, Cellulare,
    Numero cellulare, Mobiel nummer, Mobiele telefoon, Número do celular, Número de telemóvel, Telefone celular, Celular,
    Numer telefonu komórkowego, Telefon komórkowy, Mobilnummer, Matkapuhelinnumero, Číslo na mobil, Home phone,
    Tel. privat, Telefon privat, Tél. personnel, Téléphone domicile, Teléfono particular, Particular, Telefono casa,
    Abitazione, Telefono (abitazione), Telefoon thuis, Telefone residencial, Telefone de casa, Telefon domowy, Hem,
    Telefon hem, Hjemmetelefon, Kotipuhelin, Telefon domů, Business phone, Work phone, Tel. dienstlich,
    Telefon geschäftlich, Tél. professionnel, Téléphone professionnel, Téléphone (bureau), Teléfono (Trabajo),
    Teléfono del trabajo, Telefono lavoro, Telefono (ufficio), Telefoon werk, Telefoon op werk, Telefone comercial,
    Telefone profissional, Telefonu służbowy, Telefon służbowy, Arbete, Telefon arbete, Telefon företag,
    Arbejdstelefon, Arbeidstelefon, Työpuhelin, Telefon do zaměstnání, Primary phone, Default Address Phone,
    Billing phone, SMS, Landline number, DDI number`,
} as const

/** The column names of the number that a customer has with whoever wrote the file. */
export const numberOfCustomer = `Customer ID, Kundennr, Kundennummer, Kd-Nr, Kd-Nummer, Kunden-ID, Customer no, Customer number, Customer code,
  Code client, Numéro client, N° client, Código de cliente, Número de cliente, Codice cliente, Klantnummer, Account number,
  Customer nr, Customer reference, Client ID, Client no, Client number, Client nr, Client code, Client reference, Kunde ID, Kunde Nr,
  Kunde Nummer, Kunde-Code, Kundencode, Kunden-Code, Kundenreferenz, Kunde no, Kunden no, Cliente ID, Cliente no, Cliente nr, ID cliente,
  ID client, ID Kunde, Client N°, Cliente N°, N° cliente, Klantnr, Klant ID, Klant-nr, Klantcode, Kundnummer, Kundnr, Kundenummer,
  Kundenr, Asiakasnumero, Numer klienta`

/** Likewise where nothing else of the file can be meant. Its own comes before the bare "id" of a row, which no other list of the program names. */
export const customerNumberWords = `${numberOfCustomer}, ID, Contact ID, Contact code, Contact reference, Kontakt-ID,
  Internal ID, Record ID, Primary ID, Reference ID, Reference, Code, Nr, Number, No, Customer, Kunde, Client, Cliente, Klant`

/** The words of phones that are carried about, as column names have them: folded. */
export const mobileWords = `mobile mobil mobiel mobiele movil mobiltelefon mobiltlf mobilnummer mobilfunk mobilfunknummer
  mobiltel handy handynummer handynr portable gsm natel cell cellphone cellular celular cellulare telemovel komorka
  komorkowy komorkowego matkapuhelin whatsapp whats mob mobno mobnr mobtel gsmnr`

/** Likewise of other phones. */
export const phoneWords = `phone phones telephone telephones tel telefon telefons telefono telefoon telefone telefony telefonu
  ph phno phn telno telephonenumber phonenumber telefonnummer telefonnr telefoonnummer telefonnumre telnr telefoonnr rufnummer tlf puhelin festnetz festnetznummer
  festnetztelefon landline fixe fijo fisso telefonino haupttelefon hoofdtelefoon autotelefon autotelefoon biltelefon
  radiotelefon radiotelefoon radiotelefono`

/** What such a column name says besides: whose, where, when, the how many-th. */
export const whosePhone = `n no nr num number numbers nummer numer numero n value main primary principal principale principali
  podstawowy haupt other another andere anderer anderes weitere weiterer weiteres autre otro outro altro ander overig
  inny annan andet annen second secondary zweite zweiter zweites deuxieme secondo segundo tweede additional alternative alternate alt
  home house private privat prive privee privata privato personal personale personnel perso persoonlijk particular
  domicile domicilio maison casa residencial abitazione ab thuis dom domowy domow hem hjemme p h
  work business office professional professionnel pro profissional professionale bureau travail buro geschaftlich geschaftl dienstl priv
  geschaft gesch dienstlich dienst arbeit g b trabajo trabalho oficina comercial lavoro ufficio uff werk zakelijk
  kantoor sluzbowy praca biuro arbete arbejde arbeid
  company firma societe empresa default address shipping billing delivery direct car voiture day daytime evening
  radio auto carro samochodzie w bedrijf societa glowny do firmy app vast vaste primaer primar anden annat
  customer customers kunde kunden client clients cliente clienti klant kontakt contact contacto contatto person
  of de du la le el del della der die das da di d op the`
