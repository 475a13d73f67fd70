import type { OccasionTexts } from '../occasions.ts'

export const en: OccasionTexts = {
  ready: {
    subject: 'Your order is ready',
    words:
      'Your order[ ({what})] is ready for you.\n\nYou can collect it whenever we are open. We look forward to seeing you.',
    phone: 'Hello, this is {shop}. Your order[ ({what})] is ready. You can collect it whenever we are open.',
  },
  late: {
    subject: 'Your order will be later than we said',
    words:
      'We told you that your order[ ({what})] would be ready[ on {day}]. We will not manage that, and we are sorry.\n\nWe are working on it, and we will tell you the new day as soon as it is certain.',
    phone:
      'Hello, this is {shop}. I am calling about your order[ ({what})]. It will not be ready[ on {day}| in time], and I am sorry. May I tell you what we can do?',
  },
  sorry: {
    subject: 'We are sorry',
    words:
      'Something went wrong[ with your order ({what})], and that is our mistake. We are sorry.\n\nWe will put it right. We will get in touch with you to agree how, and it will cost you nothing.',
    phone:
      'Hello, this is {shop}. Something went wrong[ with your order ({what})], and that is our mistake. I am sorry. I would like to put it right: what would suit you?',
  },
  thanks: {
    subject: 'Thank you',
    words:
      'Thank you for your order[ ({what})] and for your trust in us.\n\nWe are glad to do things well for you. Please tell us whenever something could be better.',
    phone:
      'Hello, this is {shop}. I only want to say thank you for your order[ ({what})]. We were glad to do it for you.',
  },
  satisfied: {
    subject: 'Is everything as you wanted it?',
    words:
      'A few days ago you had something from us[: {what}]. Is everything as you wanted it?\n\nPlease tell us in a word or two, and be frank: what is not right we will put right.',
    phone:
      'Hello, this is {shop}. A few days ago you had something from us[: {what}]. Is everything as you wanted it?',
  },
  referral: {
    subject: 'Thank you for recommending us',
    words:
      '[{friend}|Somebody] came to us because of you. Thank you for recommending us.\n\nNothing says more about our work than that you tell others of it. We will take good care of everybody you send.',
    phone:
      'Hello, this is {shop}. [{friend}|Somebody] came to us because of you. I want to thank you for that.',
  },
  missed: {
    subject: 'We have not seen you for a while',
    words:
      'We have not seen you for a while, and we miss you.\n\nPerhaps something was not right the last time. Then please tell us: we would like to put it right. You are always welcome.',
    phone:
      'Hello, this is {shop}. We have not seen you for a while, and I wanted to ask how you are. Was everything right the last time?',
  },
  birthday: {
    subject: 'Happy birthday',
    words:
      'All of us wish you a happy birthday.\n\nMay the year that begins today be a good one for you. It is a pleasure to have you as our customer.',
    phone: 'Hello, this is {shop}. All of us wish you a happy birthday.',
  },
  recall: {
    subject: 'Please do not use this product',
    words:
      'A product that you may have bought from us[ ({what})] is being recalled. Please do not use it any more.\n\nBring it back to us: you get another one or your money, and you need no receipt. We are sorry for the trouble.',
    phone:
      'Hello, this is {shop}. A product that you may have bought from us[ ({what})] is being recalled. Please do not use it, and bring it back: you get another one or your money.',
  },
}
