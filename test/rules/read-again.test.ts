import { describe, expect, test } from 'vitest';
import { differences, readAgain, readingOf } from '../../src/rules/read-again.ts';
import { anActor, annaTheAgent, anArticle, aTicket } from '../support/builders.ts';

const article = anArticle({ intake: 'abc', text: 'Ã„pfel' });
const reading = readingOf({ ...article, text: 'Äpfel' });
const admin = anActor('chef@dtnet.de', { role: 'admin' });

describe('an admin', () => {
  test('has a mail say what it is read as today (M12)', () => {
    expect(readAgain(aTicket(), article, reading, admin)).toEqual({ kind: 'changes', changes: [{ kind: 'readAgain', article: article.id, reading }] });
  });

  test('changes nothing by it where it reads the same (M12)', () => {
    expect(readAgain(aTicket(), { ...article, text: 'Äpfel' }, reading, admin)).toEqual({ kind: 'changes', changes: [] });
  });

  test.each([
    ['there is no such article', null, aTicket(), 'notFound'],
    ['it came by no mail', anArticle({ intake: null }), aTicket(), 'notFound'],
    ['something was taken out of it for good', { ...article, redacted: true }, aTicket(), 'notFound'],
    ['the ticket is part of another', article, aTicket({ mergedInto: 7 }), 'merged'],
  ] as const)('is refused where %s (M12, S18)', (_, found, ticket, refusal) => {
    expect(readAgain(ticket, found, reading, admin)).toEqual({ kind: 'refusal', refusal });
  });
});

test('an agent has no mail read again (SW13)', () => {
  expect(readAgain(aTicket(), article, reading, annaTheAgent())).toEqual({ kind: 'refusal', refusal: 'notAllowed' });
});

describe('a mail that reads otherwise today', () => {
  const file = { id: 'a', name: 'liste.csv', type: 'text/csv', size: 3, key: 'files/a', contentId: null };

  test.each([
    ['in nothing', {}, []],
    ['in its text', { text: 'Birnen' }, ['text']],
    ['in its layout', { html: '<p>Äpfel</p>', look: 'rich' }, ['html', 'look']],
    ['in a file’s name', { attachments: [{ ...file, name: 'list.csv' }] }, ['attachments']],
  ] as const)('says %s so (M12)', (_, other, parts) => {
    const before = readingOf({ ...anArticle({ intake: 'abc', attachments: [file] }), text: 'Äpfel' });

    expect(differences(before, readingOf({ ...before, ...other, attachments: [...('attachments' in other ? other.attachments : before.attachments)] }))).toEqual(parts);
  });
});
