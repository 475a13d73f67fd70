import type { OccasionTexts } from '../occasions.ts'

export const es: OccasionTexts = {
  ready: {
    subject: 'Su pedido está listo',
    words:
      'Su pedido[ («{what}»)] está listo.\n\nPuede recogerlo cuando quiera en nuestro horario. Será un placer verle.',
    phone:
      'Buenos días, le llamo de {shop}. Su pedido[ («{what}»)] está listo. Puede recogerlo cuando quiera en nuestro horario.',
  },
  late: {
    subject: 'Su pedido se retrasa',
    words:
      'Le habíamos prometido su pedido[ («{what}»)][ para el {day}]. No vamos a llegar a tiempo y le pedimos disculpas.\n\nEstamos en ello y le diremos la nueva fecha en cuanto sea segura.',
    phone:
      'Buenos días, le llamo de {shop} por su pedido[ («{what}»)]. No va a estar listo[ el {day}| a tiempo], y le pido disculpas. ¿Puedo decirle qué podemos hacer?',
  },
  sorry: {
    subject: 'Le pedimos disculpas',
    words:
      'Hemos cometido un error[ (se trata de «{what}»)], y la culpa es nuestra. Le pedimos disculpas.\n\nVamos a arreglarlo. Nos pondremos en contacto con usted para acordar cómo, y no le costará nada.',
    phone:
      'Buenos días, le llamo de {shop}. Hemos cometido un error[ (se trata de «{what}»)], y la culpa es nuestra. Le pido disculpas. Quiero arreglarlo: ¿qué le vendría bien?',
  },
  thanks: {
    subject: 'Gracias',
    words:
      'Gracias por su pedido[ («{what}»)] y por su confianza.\n\nNos gusta hacer bien las cosas para usted. Díganos siempre qué podría ser mejor.',
    phone:
      'Buenos días, le llamo de {shop}. Solo quería darle las gracias por su pedido[ («{what}»)]. Lo hicimos con mucho gusto.',
  },
  satisfied: {
    subject: '¿Está todo como quería?',
    words:
      'Hace unos días se llevó algo de nuestra casa[: {what}]. ¿Está todo como quería?\n\nDíganoslo en una o dos palabras y con toda franqueza: lo que no esté bien, lo arreglaremos.',
    phone:
      'Buenos días, le llamo de {shop}. Hace unos días se llevó algo de nuestra casa[: {what}]. ¿Está todo como quería?',
  },
  referral: {
    subject: 'Gracias por recomendarnos',
    words:
      'Gracias a usted tenemos nueva clientela[: {friend}]. Le agradecemos que nos haya recomendado.\n\nNada dice más de nuestro trabajo que el que usted hable de él. Cuidaremos bien de cada persona que nos envíe.',
    phone:
      'Buenos días, le llamo de {shop}. Gracias a usted tenemos nueva clientela[: {friend}]. Quería agradecérselo.',
  },
  missed: {
    subject: 'Hace tiempo que no le vemos',
    words:
      'Hace tiempo que no le vemos y le echamos de menos.\n\nQuizá algo no estuvo bien la última vez. Díganoslo, por favor: nos gustaría arreglarlo. Esta es siempre su casa.',
    phone:
      'Buenos días, le llamo de {shop}. Hace tiempo que no le vemos y quería saber cómo está. ¿Estuvo todo bien la última vez?',
  },
  birthday: {
    subject: 'Feliz cumpleaños',
    words:
      'De parte de toda la casa, feliz cumpleaños.\n\nQue el año que empieza hoy sea bueno para usted. Es un placer contar con su confianza.',
    phone: 'Buenos días, le llamo de {shop}. De parte de toda la casa, feliz cumpleaños.',
  },
  recall: {
    subject: 'No use más este producto',
    words:
      'Un producto que quizá nos compró[ («{what}»)] se retira de la venta. No lo use más, por favor.\n\nTráiganoslo: le daremos otro o le devolveremos el dinero, sin necesidad de recibo. Le pedimos disculpas por la molestia.',
    phone:
      'Buenos días, le llamo de {shop}. Un producto que quizá nos compró[ («{what}»)] se retira de la venta. No lo use más y tráiganoslo: le daremos otro o le devolveremos el dinero.',
  },
}
