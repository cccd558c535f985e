/** What the fields of a delivery report say (RFC 3464). */

import type { Header } from '../mail.ts';
import type { Address } from '../ticket.ts';
import { addressIn, statusIn, type Finding } from './finding.ts';

/** One finding for each group that names an address; those without one are about the mail as a whole. */
export function findingsInGroups(groups: Header[][]): Finding[] {
  return merged(groups.flatMap(apart).flatMap(findingIn));
}

/** AOL puts no blank line between addresses: a second Final-Recipient begins another group. */
function apart(group: Header[]): Header[][] {
  const found: Header[][] = [[]];
  for (const field of group) {
    const last = found.at(-1) ?? [];
    if (field.name === 'final-recipient' && last.some(({ name }) => name === 'final-recipient')) found.push([field]);
    else last.push(field);
  }
  return found;
}

/** The groups that some systems write into the text of the report (Amazon WorkMail). `lines` are its own words. */
export function groupsInText(lines: string[]): Header[][] {
  const groups: Header[][] = [[]];
  for (const line of lines) {
    const [, name, value] = FIELD.exec(line) ?? [];
    const last = groups.at(-1) ?? [];
    if (name !== undefined && value !== undefined) last.push({ name: name.toLowerCase().replace(/ /g, '-'), value: value.trim() });
    else if (line.trim() === '' && last.length > 0) groups.push([]);
    else if (/^\s/.test(line) && last.length > 0) extend(last, line);
  }
  return groups.filter((group) => group.some(({ name }) => name === 'final-recipient' || name === 'original-recipient'));
}

const FIELD = /^\s{0,4}(Final-Recipient|Original-Recipient|X-Actual-Recipient|Action|Status|Diagnostic-Code|Remote-MTA|Reporting-MTA)\s?:\s*(.*)$/i;

function extend(group: Header[], line: string): void {
  const last = group.at(-1);
  if (last !== undefined) last.value = `${last.value} ${line.trim()}`.slice(0, 2000);
}

function findingIn(group: Header[]): Finding[] {
  const value = (name: string) => group.find((field) => field.name === name)?.value ?? '';
  const [address, ...also] = addresses(['final-recipient', 'original-recipient', 'x-actual-recipient'].map(value));
  if (address === undefined) return [];
  const words = value('diagnostic-code').replace(/^[\w-]{1,40}\s?;\s*/, '') || value('status').replace(/^[\d.\s]+/, '');
  return [{ address, also, action: (/^[a-z]+/i.exec(value('action'))?.[0] ?? '').toLowerCase(), status: statusIn(value('status'), words), words }];
}

function addresses(values: string[]): Address[] {
  return [...new Set(values.map(addressIn).filter((address) => address !== null))];
}

/** One address is reported once, with the worst that is said of it. */
function merged(findings: Finding[]): Finding[] {
  const found = new Map<Address, Finding>();
  for (const finding of findings) {
    const before = found.get(finding.address);
    if (before === undefined || (before.action !== 'failed' && finding.action === 'failed')) found.set(finding.address, finding);
  }
  return [...found.values()];
}
