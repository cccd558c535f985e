/** The settings of `[vars]` in wrangler.toml, checked once; a wrong one is named in a sentence. */

import * as v from 'valibot';
import { parseAddress } from './rules/address.ts';
import type { Address, Instant, Language } from './rules/ticket.ts';

export type Settings = {
  siteName: string;
  supportAddress: Address;
  subjectTag: string;
  /** Without a slash at its end. */
  publicUrl: string;
  /** Where files are served from (SW10); null: from the portal's own origin. */
  attachmentOrigin: string | null;
  defaultLanguage: Language;
  zone: string;
  /** `DE`, `DE-NW` …, or `none`. */
  holidays: string;
  helpContact: string;
  admins: Address[];
  firstTicketNumber: number;
  mailAuthentication: 'cloudflare' | 'off';
  /** How long letters of agents' answers wait and can be taken back; 0 for not at all. */
  undoSeconds: number;
  /** When the desk's data were last restored from an older state; null: never. */
  restoredAt: Instant | null;
  /** `required`: agents and admins need a passkey, an authenticator app or the company's sign-in. */
  staffSecondFactor: 'required' | 'off';
  /** Where new passwords are looked up among leaked ones, by five hex digits of their hash; null: nowhere. */
  leakedPasswords: string | null;
  /** The company's own sign-in for staff (OpenID Connect); null: there is none. */
  company: { issuer: string; clientId: string; name: string } | null;
};

/** A setting is wrong. `message` names it and says what would be right. */
export class SettingsError extends Error {}

const filled = v.pipe(v.string('is missing'), v.trim(), v.nonEmpty('is empty'));
const address = v.pipe(
  filled,
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const parsed = parseAddress(dataset.value);
    if (parsed !== null) return parsed;
    addIssue({ message: `is not a mail address: "${dataset.value}"` });
    return NEVER;
  }),
);

const origin = v.pipe(filled, v.url('is not an address like https://help.example.com'), v.regex(/^https?:/, 'must begin with http:// or https://'), v.transform((url) => new URL(url).origin));

const NO_LIST = 'is not an address like https://api.pwnedpasswords.com/range/, with a slash at its end';

const shape = v.object({
  SITE_NAME: filled,
  SUPPORT_ADDRESS: address,
  SUBJECT_TAG: v.pipe(filled, v.regex(/^[\w.-]{1,60}$/, 'may only hold letters, digits, dots and hyphens')),
  PUBLIC_URL: origin,
  ATTACHMENT_ORIGIN: v.optional(v.union([v.literal(''), origin], 'is not an address like https://files.example.net'), ''),
  DEFAULT_LANGUAGE: v.picklist(['de', 'en'], 'must be de or en'),
  ZONE: v.pipe(filled, v.check(isZone, 'is not an IANA time zone like Europe/Berlin')),
  HOLIDAYS: v.pipe(filled, v.regex(/^(none|DE(-[A-Z]{2})?)$/, 'must be DE, a German state like DE-NW, or none')),
  HELP_CONTACT: filled,
  ADMINS: v.pipe(filled, v.transform((list) => list.split(/[\s,;]+/).filter((one) => one !== '')), v.array(address)),
  FIRST_TICKET_NUMBER: v.pipe(
    v.union([v.string(), v.number()], 'is missing'),
    v.transform(Number),
    v.integer('must be a whole number'),
    v.minValue(1, 'must be 1 or more'),
    v.maxValue(999_999_999, 'must be below 1,000,000,000'),
  ),
  MAIL_AUTHENTICATION: v.picklist(['cloudflare', 'off'], 'must be cloudflare or off'),
  UNDO_SECONDS: v.optional(v.pipe(v.union([v.string(), v.number()]), v.transform(Number), v.integer('must be a whole number'), v.minValue(0, 'must be 0 or more'), v.maxValue(300, 'must be 300 or less')), 10),
  RESTORED_AT: v.optional(v.union([v.literal(''), v.pipe(v.string(), v.isoTimestamp())], 'must be an instant like 2026-11-24T09:00:00Z, or nothing'), ''),
  STAFF_SECOND_FACTOR: v.optional(v.picklist(['required', 'off'], 'must be required or off'), 'off'),
  LEAKED_PASSWORDS: v.optional(v.union([v.literal(''), v.pipe(v.string(), v.url(NO_LIST), v.regex(/^https?:.*\/$/, NO_LIST))], NO_LIST), ''),
  OIDC_ISSUER: v.optional(v.union([v.literal(''), v.pipe(v.string(), v.url('is not an address like https://login.example.com'))], 'is not an address like https://login.example.com'), ''),
  OIDC_CLIENT_ID: v.optional(v.string(), ''),
  OIDC_NAME: v.optional(v.string(), ''),
});

/** The settings in `vars`. Throws SettingsError with a sentence for each wrong one. */
export function readSettings(vars: object): Settings {
  const parsed = v.safeParse(shape, vars, { abortPipeEarly: true });
  if (!parsed.success) throw new SettingsError(parsed.issues.map(sentence).join('\n'));

  const set = parsed.output;
  if (set.ATTACHMENT_ORIGIN === set.PUBLIC_URL) throw new SettingsError('Setting ATTACHMENT_ORIGIN must be another address than PUBLIC_URL, or nothing. It stands in wrangler.toml under [vars].');
  return {
    siteName: set.SITE_NAME,
    supportAddress: set.SUPPORT_ADDRESS,
    subjectTag: set.SUBJECT_TAG,
    publicUrl: set.PUBLIC_URL,
    attachmentOrigin: set.ATTACHMENT_ORIGIN === '' ? null : set.ATTACHMENT_ORIGIN,
    defaultLanguage: set.DEFAULT_LANGUAGE,
    zone: set.ZONE,
    holidays: set.HOLIDAYS,
    helpContact: set.HELP_CONTACT,
    admins: set.ADMINS,
    firstTicketNumber: set.FIRST_TICKET_NUMBER,
    mailAuthentication: set.MAIL_AUTHENTICATION,
    undoSeconds: set.UNDO_SECONDS,
    restoredAt: set.RESTORED_AT === '' ? null : Date.parse(set.RESTORED_AT),
    staffSecondFactor: set.STAFF_SECOND_FACTOR,
    leakedPasswords: set.LEAKED_PASSWORDS === '' ? null : set.LEAKED_PASSWORDS,
    company: set.OIDC_ISSUER === '' ? null : { issuer: set.OIDC_ISSUER, clientId: set.OIDC_CLIENT_ID, name: set.OIDC_NAME },
  };
}

function sentence(issue: v.BaseIssue<unknown>): string {
  const name = issue.path?.[0]?.key ?? 'The settings';
  const missing = issue.input === undefined ? 'is missing' : issue.message;
  return `Setting ${String(name)} ${missing}. It stands in wrangler.toml under [vars].`;
}

/** Whether there is such an IANA time zone. */
export function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
