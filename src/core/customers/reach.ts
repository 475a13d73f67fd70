import { fold } from '../fold.ts'

/** The ways in which somebody can be written to or called. */
export const channels = ['email', 'phone', 'post', 'message'] as const
export type Channel = (typeof channels)[number]

/** Those whose noes are told by person and number; mail's are told by address (0017). */
export type OtherChannel = Exclude<Channel, 'email'>

/** Each as the window calls it. */
export const channelWords: Readonly<Record<Channel, string>> = {
  email: 'Mail',
  phone: 'Phone',
  post: 'Letter',
  message: 'Message',
}

/** What a no by each is a no to, in a sentence. */
export const noToChannel: Readonly<Record<Channel, string>> = {
  email: 'mail',
  phone: 'calls',
  post: 'letters',
  message: 'messages',
}

const words: Readonly<Record<Channel, string>> = {
  email: 'email, e mail, mail, mails, correo, courriel',
  phone: 'phone, call, calls, telephone, telefon, anruf, telefono, telefoon, appel',
  post: 'post, letter, brief, by post, poste, courrier, lettera, carta',
  message:
    'message, sms, text, whatsapp, messenger, nachricht, signal, telegram, messaggio, mensaje, bericht',
}

const known = new Map(
  channels.flatMap((channel) => words[channel].split(', ').map((word) => [word, channel])),
)

/** The channel that a text names; '' where it names none of ours. */
export const channelOf = (text: string): Channel | '' =>
  channels.find((channel) => channel === text) ?? known.get(fold(text)) ?? ''
