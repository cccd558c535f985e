import { describe, expect, test } from 'vitest';
import { readInvitation } from '../../src/inbound/reading/invitation.ts';

function calendar(event: string[], { method = 'REQUEST', zone = [] as string[] } = {}): string {
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', `METHOD:${method}`, ...zone, 'BEGIN:VEVENT', 'UID:1', ...event, 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n');
}

const outlookZone = ['BEGIN:VTIMEZONE', 'TZID:W. Europe Standard Time',
  'BEGIN:STANDARD', 'DTSTART:16010101T030000', 'TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100', 'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10', 'END:STANDARD',
  'BEGIN:DAYLIGHT', 'DTSTART:16010101T020000', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200', 'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3', 'END:DAYLIGHT', 'END:VTIMEZONE'];

test('an invitation of Outlook tells what, when, where and who (M07)', () => {
  const invitation = readInvitation(calendar([
    'SUMMARY:Neuer Drucker\\, 2. Stock', 'DTSTART;TZID=W. Europe Standard Time:20260715T090000', 'DTEND;TZID=W. Europe Standard Time:20260715T100000',
    'LOCATION:Raum 7', 'ORGANIZER;CN=Max Muster:mailto:max@kunde.example', 'ATTENDEE;CN="Berger, Anna";PARTSTAT=NEEDS-ACTION:mailto:anna@dtnet.de',
    'ATTENDEE;PARTSTAT=ACCEPTED:mailto:eva@kunde.example', 'DESCRIPTION:Bitte Handbuch\\nmitbringen', 'SEQUENCE:0',
  ], { zone: outlookZone }));

  expect(invitation).toEqual({
    method: 'request',
    changed: false,
    title: 'Neuer Drucker, 2. Stock',
    starts: { kind: 'exact', at: Date.UTC(2026, 6, 15, 7) },
    ends: { kind: 'exact', at: Date.UTC(2026, 6, 15, 8) },
    zone: 'W. Europe Standard Time',
    place: 'Raum 7',
    organiser: { name: 'Max Muster', address: 'max@kunde.example', answer: 'open' },
    attendees: [
      { name: 'Berger, Anna', address: 'anna@dtnet.de', answer: 'open' },
      { name: '', address: 'eva@kunde.example', answer: 'accepted' },
    ],
    moreAttendees: 0,
    repeats: null,
    description: 'Bitte Handbuch\nmitbringen',
  });
});

describe('times', () => {
  test.each([
    ['DTSTART:20261124T090000Z', 'DTEND:20261124T093000Z', { kind: 'exact', at: Date.UTC(2026, 10, 24, 9) }, { kind: 'exact', at: Date.UTC(2026, 10, 24, 9, 30) }],
    ['DTSTART;TZID=Europe/Berlin:20261124T090000', 'DURATION:PT90M', { kind: 'exact', at: Date.UTC(2026, 10, 24, 8) }, { kind: 'exact', at: Date.UTC(2026, 10, 24, 9, 30) }],
    ['DTSTART;TZID=America/New_York:20260715T090000', 'X-A:1', { kind: 'exact', at: Date.UTC(2026, 6, 15, 13) }, null],
    ['DTSTART;VALUE=DATE:20261224', 'DTEND;VALUE=DATE:20261227', { kind: 'day', at: Date.UTC(2026, 11, 24) }, { kind: 'day', at: Date.UTC(2026, 11, 26) }],
    ['DTSTART:20261124T090000', 'X-A:1', { kind: 'floating', at: Date.UTC(2026, 10, 24, 9) }, null],
    ['DTSTART;TZID=Nowhere:20261124T090000', 'X-A:1', { kind: 'floating', at: Date.UTC(2026, 10, 24, 9) }, null],
  ])('%s, %s are read (M07)', (start, end, starts, ends) => {
    expect(readInvitation(calendar([start, end]))).toMatchObject({ starts, ends });
  });
});

describe('what a mail with a calendar is about', () => {
  test.each([
    [calendar(['SUMMARY:x', 'SEQUENCE:2']), 'request', true],
    [calendar(['SUMMARY:x'], { method: 'CANCEL' }), 'cancel', false],
    [calendar(['SUMMARY:x', 'STATUS:CANCELLED']), 'cancel', false],
    [calendar(['SUMMARY:x'], { method: 'REPLY' }), 'reply', false],
    [calendar(['SUMMARY:x'], { method: 'SOMETHING' }), 'publish', false],
  ])('is known (M07): %#', (text, method, changed) => {
    expect(readInvitation(text)).toMatchObject({ method, changed });
  });
});

describe('repetition', () => {
  test.each([
    ['FREQ=WEEKLY;BYDAY=MO,TH;COUNT=5', { every: 'week', interval: 1, on: ['MO', 'TH'], times: 5, until: null }],
    ['FREQ=DAILY;INTERVAL=2;UNTIL=20261231T000000Z', { every: 'day', interval: 2, on: [], times: null, until: { kind: 'day', at: Date.UTC(2026, 11, 31) } }],
    ['FREQ=YEARLY', { every: 'year', interval: 1, on: [], times: null, until: null }],
    ['FREQ=MONTHLY;BYDAY=2TU', 'otherwise'],
    ['FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1', 'otherwise'],
    ['FREQ=HOURLY', 'otherwise'],
  ])('by %s has words where they are short (M07)', (rule, repeats) => {
    expect(readInvitation(calendar([`DTSTART:20261124T090000Z`, `RRULE:${rule}`]))?.repeats).toEqual(repeats);
  });
});

describe('a hostile calendar', () => {
  const endless = (rule: string) => outlookZone.map((line) => line.replace(/^RRULE:.*/, `RRULE:${rule}`).replace('W. Europe Standard Time', 'Mine'));
  const start = 'DTSTART;TZID=Mine:20261124T090000';

  test.each(['FREQ=SECONDLY', 'FREQ=YEARLY;BYHOUR=1,2,3;BYSECOND=1,2,3', 'FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU'])(
    'whose zone changes by %s has times of no zone (M10)', (rule) => {
      expect(readInvitation(calendar([start], { zone: endless(rule) }))).toMatchObject({ starts: { kind: 'floating' } });
    });

  test.each([
    ['nothing', ''],
    ['no calendar', 'hello'],
    ['an open component', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:x'],
    ['components without end', 'BEGIN:VCALENDAR\r\n'.repeat(5_000)],
    ['a long line', calendar([`SUMMARY:${'x'.repeat(300_000)}`])],
    ['times that do not exist', calendar(['DTSTART:99999999T999999Z'])],
  ])('is no invitation, or one without that, and never a fault: %s (M10)', (_, text) => {
    expect(() => readInvitation(text)).not.toThrow();
  });

  test('puts no control characters, line breaks or endless lists into the card (SH01, SH06)', () => {
    const invitation = readInvitation(calendar(['SUMMARY:a\\nb\u202Ec\u0007', ...Array.from({ length: 200 }, (_, n) => `ATTENDEE:mailto:a${n}@x.example`)]));

    expect(invitation?.title).toBe('a bc');
    expect(invitation?.attendees).toHaveLength(30);
    expect(invitation?.moreAttendees).toBe(170);
  });
});
