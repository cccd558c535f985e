/** Words for mails at the door about which somebody is asked: in the letter, on the page behind its link, in the history. */

export const confirmLetters = {
  arrived: (time: string) => `It arrived on ${time}.`,
  bounds: (days: number) => `The link works once, and for ${days} days.`,
  own: {
    heading: 'Is this mail from you?',
    intro: (number: number, sender: string) => `A mail in your name (${sender}) has come in for ticket #${number}. Nothing shows for sure that it is from you, so nobody on the ticket has received it yet.`,
    todo: 'Please look at it and say whether you wrote it.',
    button: 'Look at the mail and decide',
    notYou: 'You wrote nothing? Then you need not do anything: the mail stays where it is, and goes to nobody.',
  },
  other: {
    heading: 'Do you know this sender?',
    intro: (number: number, sender: string) => `${sender} has answered on ticket #${number} with the reply address that is meant for you alone. So nobody on the ticket has received the mail yet.`,
    todo: 'Was it you from another address, or somebody who should be on the ticket? Then add the address.',
    button: 'Decide',
    notYou: 'You do not know the sender? Then you need not do anything: the mail stays where it is, and goes to nobody.',
  },
};

export const confirm = {
  event: (person: string, sender: string | null) => (sender === null ? `${person} was asked by mail whether a mail at the door is really theirs` : `${person} was asked by mail whether they know ${sender}, whose mail is at the door`),
  rows: { from: 'From', arrived: 'Arrived', subject: 'Subject' },
  own: {
    title: 'Is this mail from you?',
    lead: (number: number) => `It came in your name for ticket #${number}, and nothing shows for sure that it is from you.`,
    mail: 'The mail',
    cut: 'The mail is longer; this is its beginning.',
    unreadable: 'The mail cannot be shown here.',
    yes: 'Yes, I wrote it',
    yesMeans: 'If you say yes, it goes to everybody on the ticket.',
    no: 'No, it is not from me',
  },
  other: {
    title: 'Do you know this sender?',
    lead: (number: number) => `Somebody has answered on ticket #${number} with the reply address that is meant for you alone.`,
    yes: 'Yes, add them to the ticket',
    yesMeans: 'If you say yes, this address gets all further mails about the ticket. The mail that waits is added once its sender confirms it by a link that we mail to that address, or one of our agents does.',
    no: 'No, I do not know them',
  },
  said: {
    filed: { title: 'Your mail is on the ticket', what: 'Everybody on the ticket gets it, just as if it had been added at once.' },
    closed: { title: 'The ticket is closed', what: 'A closed ticket takes no more mails, so yours was not added. It is kept, and a mail tells you what to do instead.' },
    waits: { title: 'Thank you', what: 'One of our agents will look at the mail before it is added.' },
    added: { title: 'The person is on the ticket', what: 'They get all further mails about it. The mail that waits is added once they confirm it, or one of our agents does.' },
    disowned: { title: 'Thank you for telling us', what: 'The mail was not added and went to nobody on the ticket. Our agents see what you said.' },
  },
  over: {
    title: 'This link does not work',
    what: 'Such a link works once, for seven days, and only while the mail waits. Perhaps the mail was decided about meanwhile, or the link was cut off when it was copied.',
    todo: 'If you miss a mail of yours on the ticket, simply reply to one of our mails about it.',
  },
};
