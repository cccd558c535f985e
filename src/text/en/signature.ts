/** Words about signatures. */

export const signature = {
  title: 'Signature',
  own: 'Beneath your answers in letters, above that of the queue. It is not kept with the text of the ticket.',
  gaps: 'Gaps: {{agent}}, {{customer}}, {{number}}, {{subject}}. Readers get it in their language; if it is empty, the other one.',
  de: 'In German',
  en: 'In English',
  tooLong: 'Please shorten the signature to 2,000 characters.',
  under: 'Beneath it in letters',
};
