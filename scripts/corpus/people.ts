import type { ReadPerson, Reading } from '../read/reading.ts';
import { isSame } from './compare.ts';
import type { Verdict } from './checks.ts';
import type { Expected } from './expectations.ts';

/** `name` null: nothing is said of it. */
type Wanted = { name: string | null; address: string };

export function checkSender({ from, fromEmail, fromName }: Expected, reading: Reading): Verdict | null {
  if (from === undefined && fromEmail === undefined && fromName === undefined) return null;
  const [sender] = people(from ?? '');
  const address = fromEmail?.toLowerCase() ?? sender?.address;
  const name = fromName ?? sender?.name ?? null;
  const right = (address === undefined || address === reading.from.address) && (name === null || isSame(name, reading.from.name));
  return { right, got: reading.from };
}

export function checkPeople(expected: Expected, reading: Reading): Verdict | null {
  const { to, cc, replyTo, ccContains } = expected;
  if (to === undefined && cc === undefined && replyTo === undefined && ccContains === undefined) return null;
  const right = isEverybody(to, reading.to) && isEverybody(cc, reading.cc) && isEverybody(replyTo, reading.replyTo) && includesAll(ccContains ?? [], reading.cc);
  return { right, got: { to: reading.to, cc: reading.cc, replyTo: reading.replyTo } };
}

/** Nobody twice, as we read them. */
function isEverybody(wanted: string | string[] | undefined, there: ReadPerson[]): boolean {
  if (wanted === undefined) return true;
  const distinct = new Set(people(wanted).map((person) => person.address));
  return distinct.size === there.length && includesAll(wanted, there);
}

function includesAll(wanted: string | string[], there: ReadPerson[]): boolean {
  return people(wanted).every(({ name, address }) => there.some((one) => one.address === address && (name === null || isSame(name, one.name))));
}

/** `Name <a@b>`, `"Name" <a@b>` or `a@b`, several of them separated by `,` or `;`; what has no `@` is nobody. */
function people(written: string | string[]): Wanted[] {
  const list = Array.isArray(written) ? written.join(', ') : written;
  return [...list.matchAll(/(?:("[^"]*"|[^<>,;"]*)<\s*([^<>\s]+@[^<>\s]+)\s*>)|([^\s<>,;"]+@[^\s<>,;"]+)/g)].map(([, name = '', angled, bare = '']) => {
    const said = name.trim().replace(/^"|"$/g, '');
    return { name: said === '' ? null : said, address: (angled ?? bare).toLowerCase() };
  });
}
