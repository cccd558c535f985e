import type { confirm as english, confirmLetters as englishLetters } from '../en/confirm.ts';

export const confirmLetters: typeof englishLetters = {
  arrived: (time) => `Sie kam am ${time}.`,
  bounds: (days) => `Der Link gilt einmal und ${days} Tage lang.`,
  own: {
    heading: 'Ist diese Mail von Ihnen?',
    intro: (number, sender) => `in Ihrem Namen (${sender}) kam eine Mail zu Vorgang #${number}. Dass sie wirklich von Ihnen ist, steht nicht fest; deshalb hat sie noch niemand am Vorgang bekommen.`,
    todo: 'Bitte sehen Sie sie an und sagen Sie, ob Sie sie geschrieben haben.',
    button: 'Mail ansehen und entscheiden',
    notYou: 'Sie haben nichts geschrieben? Dann müssen Sie nichts tun: Die Mail bleibt, wo sie ist, und geht an niemanden.',
  },
  other: {
    heading: 'Kennen Sie diesen Absender?',
    intro: (number, sender) => `${sender} hat zu Vorgang #${number} mit der Antwortadresse geantwortet, die nur für Sie bestimmt ist. Deshalb hat die Mail noch niemand am Vorgang bekommen.`,
    todo: 'Waren Sie das mit einer anderen Adresse, oder gehört die Person zum Vorgang? Dann nehmen Sie die Adresse auf.',
    button: 'Entscheiden',
    notYou: 'Sie kennen den Absender nicht? Dann müssen Sie nichts tun: Die Mail bleibt, wo sie ist, und geht an niemanden.',
  },
};

export const confirm: typeof english = {
  event: (person, sender) => (sender === null ? `${person} wurde per Mail gefragt, ob eine Mail an der Tür wirklich von dort ist` : `${person} wurde per Mail nach ${sender} gefragt; von dort wartet eine Mail an der Tür`),
  rows: { from: 'Von', arrived: 'Angekommen', subject: 'Betreff' },
  own: {
    title: 'Ist diese Mail von Ihnen?',
    lead: (number) => `Sie kam in Ihrem Namen zu Vorgang #${number}; dass sie wirklich von Ihnen ist, steht nicht fest.`,
    mail: 'Die Mail',
    cut: 'Die Mail ist länger; dies ist ihr Anfang.',
    unreadable: 'Die Mail lässt sich hier nicht anzeigen.',
    yes: 'Ja, ich habe sie geschrieben',
    yesMeans: 'Wenn Sie ja sagen, geht sie an alle am Vorgang.',
    no: 'Nein, sie ist nicht von mir',
  },
  other: {
    title: 'Kennen Sie diesen Absender?',
    lead: (number) => `Jemand hat zu Vorgang #${number} mit der Antwortadresse geantwortet, die nur für Sie bestimmt ist.`,
    yes: 'Ja, in den Vorgang aufnehmen',
    yesMeans: 'Wenn Sie ja sagen, bekommt diese Adresse alle weiteren Mails zum Vorgang. Die wartende Mail kommt hinzu, sobald ihr Absender sie über einen Link bestätigt, den wir an diese Adresse senden, oder ein Bearbeiter sie einlässt.',
    no: 'Nein, diesen Absender kenne ich nicht',
  },
  said: {
    filed: { title: 'Ihre Mail ist am Vorgang', what: 'Alle am Vorgang bekommen sie, als wäre sie gleich aufgenommen worden.' },
    closed: { title: 'Der Vorgang ist geschlossen', what: 'Ein geschlossener Vorgang nimmt keine Mails mehr an; Ihre wurde deshalb nicht aufgenommen. Sie ist aufbewahrt, und eine Mail sagt Ihnen, was Sie stattdessen tun können.' },
    waits: { title: 'Vielen Dank', what: 'Einer unserer Bearbeiter sieht sich die Mail an, bevor sie aufgenommen wird.' },
    added: { title: 'Die Person ist am Vorgang', what: 'Sie bekommt alle weiteren Mails dazu. Die wartende Mail kommt hinzu, sobald die Person sie bestätigt oder ein Bearbeiter sie einlässt.' },
    disowned: { title: 'Danke für die Auskunft', what: 'Die Mail wurde nicht aufgenommen und ging an niemanden am Vorgang. Unsere Bearbeiter sehen, was Sie gesagt haben.' },
  },
  over: {
    title: 'Dieser Link gilt nicht',
    what: 'Ein solcher Link gilt einmal, sieben Tage lang und nur, solange die Mail wartet. Vielleicht wurde über sie schon entschieden, oder der Link wurde beim Kopieren abgeschnitten.',
    todo: 'Fehlt eine Mail von Ihnen am Vorgang, antworten Sie einfach auf eine unserer Mails dazu.',
  },
};
