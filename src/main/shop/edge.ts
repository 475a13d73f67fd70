/** What other features may ask of the shop. */
export { addShop } from './row.ts'
export { shopVoice, voiceIn } from './voice.ts'
