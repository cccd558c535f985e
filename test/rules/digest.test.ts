import { describe, expect, test } from 'vitest';
import { renderDigest } from '../../src/outbox/templates/render-letter.ts';
import type { DigestFacts } from '../../src/outbox/letter-facts.ts';
import { digestOf, dueDigest, type DigestNote, type DigestTicket } from '../../src/rules/digest.ts';
import { address, anActor, annaTheAgent, now } from '../support/builders.ts';

const max = { address: address('max@kunde.example'), name: 'Max Muster' };
const bert = { address: address('bert@dtnet.de'), name: 'Bert Groß' };

const aNote = (with_: Partial<DigestNote> = {}): DigestNote => ({ number: 7, kind: 'correspondence', by: max, at: now, ...with_ });
const aDigestTicket = (with_: Partial<DigestTicket> = {}): DigestTicket => ({ number: 7, subject: 'Drucker druckt nicht', queue: 1, status: 'open', owner: annaTheAgent().address, dueAt: now + 1, closedAt: null, ...with_ });

describe('the day’s digest', () => {
  test('is due from seven in the morning, on the clocks of its reader, and tells of what was before', () => {
    const at = Date.UTC(2026, 10, 25, 6, 17);

    expect(dueDigest(at, 'Europe/Berlin')).toEqual({ day: Date.UTC(2026, 10, 25) / 86_400_000, until: Date.UTC(2026, 10, 25, 6) });
    expect(dueDigest(at, 'Europe/London')).toBe(null);
    expect(dueDigest(at, 'Pacific/Auckland')).toEqual({ day: Date.UTC(2026, 10, 25) / 86_400_000, until: Date.UTC(2026, 10, 24, 18) });
    expect(dueDigest(at, 'Pacific/Honolulu')).toEqual({ day: Date.UTC(2026, 10, 24) / 86_400_000, until: Date.UTC(2026, 10, 24, 17) });
  });

  test('has what happened by event, those who call the reader first, each ticket once', () => {
    const notes = [aNote(), aNote({ at: now + 5 }), aNote({ number: 8, kind: 'new-ticket' }), aNote({ kind: 'mentioned', by: bert }), aNote({ number: 9, kind: 'overdue', by: null })];
    const sections = digestOf(notes, [aDigestTicket(), aDigestTicket({ number: 8 }), aDigestTicket({ number: 9 })], annaTheAgent());

    expect(sections.map((section) => [section.event, section.entries.map((entry) => entry.ticket.number)])).toEqual([['mentioned', [7]], ['mine', [7]], ['overdue', [9]], ['new', [8]]]);
    expect(sections[1]?.entries[0]).toMatchObject({ says: [{ kind: 'correspondence', by: max, count: 2 }], lastAt: now + 5 });
  });

  test('has no ticket of queues where its reader does not work (any more), and none that is gone (SJ07)', () => {
    const seller = anActor('sven@dtnet.de', { role: 'agent', reach: { queues: [2], domains: [] } });

    expect(digestOf([aNote()], [aDigestTicket()], seller)).toEqual([]);
    expect(digestOf([aNote()], [], annaTheAgent())).toEqual([]);
  });

  test('shows the latest tickets of a section and counts the rest', () => {
    const numbers = Array.from({ length: 30 }, (_, at) => at + 1);
    const [section] = digestOf(numbers.map((number) => aNote({ number, at: now + number })), numbers.map((number) => aDigestTicket({ number })), annaTheAgent());

    expect(section?.entries[0]?.ticket.number).toBe(30);
    expect([section?.entries.length, section?.more]).toEqual([25, 5]);
  });
});

describe('the letter of the day', () => {
  const facts = (with_: Partial<DigestFacts> = {}): DigestFacts => {
    const notes = [aNote(), aNote(), aNote({ number: 8, kind: 'mentioned', by: bert }), aNote({ number: 9, kind: 'overdue', by: null })];
    const tickets = [aDigestTicket(), aDigestTicket({ number: 8, subject: '<b>Telefon</b>', owner: null }), aDigestTicket({ number: 9, subject: '', dueAt: now - 3_600_000 })];
    return { language: 'de', zone: 'Europe/Berlin', siteName: 'dtnet Support', helpContact: 'Helpdesk', publicUrl: 'https://help.example', to: annaTheAgent(), at: now, sections: digestOf(notes, tickets, annaTheAgent()), ...with_ };
  };

  test('says who did what on which ticket, since when it is overdue, and where to choose otherwise', () => {
    const { subject, text } = renderDigest(facts());

    expect(subject).toBe('dtnet Support: Ihre Tagesübersicht, 3 Vorgänge');
    for (const said of ['Sie wurden erwähnt', '* #8 <b>Telefon</b>', 'Bert Groß hat Sie erwähnt · Di 24.11.2026, 10:00', 'Max Muster hat 2-mal geschrieben', '* #9 (kein Betreff)', 'überfällig seit Di 24.11.2026, 09:00', 'https://help.example/tickets/7', 'https://help.example/profile#letters']) expect(text).toContain(said);
  });

  test('speaks its reader’s language, in their zone', () => {
    const { subject, text } = renderDigest(facts({ language: 'en', zone: 'America/New_York' }));

    expect(subject).toBe('dtnet Support: your day, 3 tickets');
    expect(text).toContain('Max Muster wrote 2 times · Tue 24 Nov 2026, 04:00');
  });

  test('shows what people wrote as text in its HTML, too (SH06)', () => {
    const html = renderDigest(facts()).html.replaceAll('\n', ' ');

    expect(html).toContain('#8 &lt;b&gt;Telefon&lt;/b&gt;</a>');
    expect(html).not.toContain('<b>');
    expect(html).toMatch(/href="https:\/\/help\.example\/tickets\/8"/);
  });
});
