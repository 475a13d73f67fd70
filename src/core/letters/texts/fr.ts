import type { OccasionTexts } from '../occasions.ts'

export const fr: OccasionTexts = {
  ready: {
    subject: 'Votre commande est prête',
    words:
      'Votre commande[ (« {what} »)] est prête.\n\nVous pouvez venir la chercher pendant nos heures d’ouverture. Au plaisir de vous voir.',
    phone:
      'Bonjour, ici {shop}. Votre commande[ (« {what} »)] est prête. Vous pouvez venir la chercher pendant nos heures d’ouverture.',
  },
  late: {
    subject: 'Votre commande aura du retard',
    words:
      'Nous vous avions promis votre commande[ (« {what} »)][ pour le {day}]. Nous n’y arriverons pas et nous vous prions de nous en excuser.\n\nNous y travaillons et nous vous dirons la nouvelle date dès qu’elle sera certaine.',
    phone:
      'Bonjour, ici {shop}. Je vous appelle au sujet de votre commande[ (« {what} »)]. Elle ne sera pas prête[ le {day}| à temps], et je vous prie de nous en excuser. Puis-je vous dire ce que nous pouvons faire ?',
  },
  sorry: {
    subject: 'Toutes nos excuses',
    words:
      'Nous avons commis une erreur[ (il s’agit de « {what} »)], et nous en sommes responsables. Nous vous présentons nos excuses.\n\nNous allons la réparer. Nous prendrons contact avec vous pour convenir comment, et cela ne vous coûtera rien.',
    phone:
      'Bonjour, ici {shop}. Nous avons commis une erreur[ (il s’agit de « {what} »)], et nous en sommes responsables. Je vous présente nos excuses. Je voudrais la réparer : qu’est-ce qui vous conviendrait ?',
  },
  thanks: {
    subject: 'Merci',
    words:
      'Merci de votre commande[ (« {what} »)] et de votre confiance.\n\nNous aimons bien faire les choses pour vous. Dites-nous quand vous le voulez ce qui pourrait être mieux.',
    phone:
      'Bonjour, ici {shop}. Je voulais simplement vous remercier de votre commande[ (« {what} »)]. Nous l’avons faite avec plaisir.',
  },
  satisfied: {
    subject: 'Tout est-il comme vous le vouliez ?',
    words:
      'Il y a quelques jours, vous avez eu quelque chose de chez nous[ : {what}]. Tout est-il comme vous le vouliez ?\n\nDites-le-nous en un mot ou deux, en toute franchise : ce qui ne va pas, nous le réparerons.',
    phone:
      'Bonjour, ici {shop}. Il y a quelques jours, vous avez eu quelque chose de chez nous[ : {what}]. Tout est-il comme vous le vouliez ?',
  },
  referral: {
    subject: 'Merci de votre recommandation',
    words:
      'Grâce à vous, nous avons gagné une nouvelle clientèle[ : {friend}]. Merci de votre recommandation.\n\nRien ne dit mieux ce que vaut notre travail. Nous prendrons grand soin de toutes les personnes que vous nous adressez.',
    phone:
      'Bonjour, ici {shop}. Grâce à vous, nous avons gagné une nouvelle clientèle[ : {friend}]. Je tiens à vous en remercier.',
  },
  missed: {
    subject: 'Vous nous manquez',
    words:
      'Votre dernière visite remonte à un moment, et vous nous manquez.\n\nPeut-être que quelque chose n’allait pas la dernière fois. Dites-le-nous alors : nous voudrions le réparer. Vous êtes toujours chez vous chez nous.',
    phone:
      'Bonjour, ici {shop}. Votre dernière visite remonte à un moment, et je voulais prendre de vos nouvelles. Tout allait-il bien la dernière fois ?',
  },
  birthday: {
    subject: 'Bon anniversaire',
    words:
      'Toute la maison vous souhaite un très bon anniversaire.\n\nQue l’année qui commence vous soit belle. C’est un plaisir de vous compter parmi notre clientèle.',
    phone: 'Bonjour, ici {shop}. Toute la maison vous souhaite un très bon anniversaire.',
  },
  recall: {
    subject: 'N’utilisez plus ce produit',
    words:
      'Un produit que vous avez peut-être acheté chez nous[ (« {what} »)] est rappelé. Ne l’utilisez plus.\n\nRapportez-le-nous : il sera remplacé ou remboursé, sans ticket de caisse. Nous vous prions de nous excuser pour cette gêne.',
    phone:
      'Bonjour, ici {shop}. Un produit que vous avez peut-être acheté chez nous[ (« {what} »)] est rappelé. Ne l’utilisez plus et rapportez-le-nous : il sera remplacé ou remboursé.',
  },
}
