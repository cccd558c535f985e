/** Facts for letters with defaults, so that a test names only what it is about. */

import type { LetterFacts, PasswordFacts, QuotedArticle } from '../../src/outbox/letter-facts.ts';
import { address, now } from './builders.ts';

const max = { address: address('max@kunde.example'), name: 'Max Muster' };
const anna = { address: address('anna@dtnet.de'), name: 'Anna Agentin' };

export function aQuotedArticle(with_: Partial<QuotedArticle> = {}): QuotedArticle {
  return { id: 1, by: max, at: now, comment: false, text: 'Der Drucker druckt nicht.', formatted: false, signature: '', extent: 'whole', html: null, attachments: [], ...with_ };
}

/** A correspondence of Anna's to Max, who wrote the request. */
export function letterFacts(with_: Partial<LetterFacts> = {}): LetterFacts {
  return {
    kind: 'correspondence',
    language: 'de',
    zone: 'Europe/Berlin',
    siteName: 'dtnet Support',
    helpContact: 'Helpdesk, Telefon 0231 999 0',
    supportAddress: address('support@dtnet.de'),
    tag: 'dtnet.de',
    number: 427637,
    subject: 'Drucker druckt nicht',
    ticketUrl: 'https://help.example/tickets/427637',
    passwordUrl: 'https://help.example/password/forgotten',
    choicesUrl: 'https://help.example/profile#letters',
    newTicketUrl: 'https://help.example/tickets/new',
    to: max,
    toStaff: false,
    requester: max,
    owner: anna,
    dueAt: now,
    by: anna,
    article: aQuotedArticle({ id: 2, by: anna, text: 'Ist er eingeschaltet?' }),
    earlier: [aQuotedArticle()],
    secret: { label: 'Passwort des Druckers', url: 'https://help.example/secrets/427637-1-abc', until: now + 604_800_000 },
    ...with_,
  };
}

export function passwordFacts(with_: Partial<PasswordFacts> = {}): PasswordFacts {
  return {
    language: 'de',
    siteName: 'dtnet Support',
    helpContact: 'Helpdesk, Telefon 0231 999 0',
    to: max.address,
    url: 'https://help.example/password/new?token=abc',
    ip: '203.0.113.77',
    minutes: 30,
    first: false,
    ...with_,
  };
}
