/** Every form of the portal and the fields it has (SW20): what else is sent is refused before anybody looks at it. */

import * as v from 'valibot';

/** One field, sent once or not at all, of so many characters. Generous: what is merely too long is said kindly where the form is judged. */
const one = (longest: number) => v.optional(v.strictTuple([v.pipe(v.string(), v.maxLength(longest))]));
const line = one(4_000);
const long = one(1_000_000);
const several = v.optional(v.array(v.pipe(v.string(), v.maxLength(20_000))));
/** Browsers send an empty one where none was chosen. */
const files = v.optional(v.array(v.union([v.instance(File), v.literal('')])));

const form = <Fields extends v.ObjectEntries>(fields: Fields) => v.strictObject(fields);
const button = form({});
const weekdays = ['1', '2', '3', '4', '5', '6', '7'];
const hours = Object.fromEntries(weekdays.flatMap((day) => [[`hours_${day}_from`, line], [`hours_${day}_to`, line]]));
const queue = form({ account: line, name: line, tag: line, address: line, aliases: long, due_days: line, closed_reply: line, reopen_days: line, priority: line, final_priority: line, zone: line, region: line, signature_de: long, signature_en: long, ...hours });
const organisation = form({ account: line, name: line, domains: long, people: long });
const newPassword = form({ username: line, password: line, password_again: line });

/** By the pattern of the address; `json`: no form but what our own script sends, judged where it is read. Fields by name, each with all that was sent for it. */
export const forms: Partial<Record<string, v.GenericSchema | 'json'>> = {
  '/language': form({ language: line, to: line }),
  '/sign-in': form({ email: line, password: line, next: line }),
  '/sign-out': button,
  '/sign-in/second': form({ code: line }),
  '/sign-in/passkey/options': 'json',
  '/sign-in/passkey': 'json',
  '/sign-in/again': form({ password: line, next: line }),
  '/sign-in/link': form({ email: line }),
  '/sign-in/link/open': form({ next: line }),
  '/password/forgotten': form({ email: line }),
  '/password/new': newPassword,
  '/profile': form({ name: line, signature_de: long, signature_en: long, language: line, zone: line, letters_new: line, letters_mine: line, letters_mentioned: line, letters_overdue: line }),
  '/profile/order': form({ first: line, to: line }),
  '/profile/keys': form({ single: line, to: line }),
  '/profile/address': form({ address: line }),
  '/address': button,
  '/profile/erase': form({ sure: line }),
  '/profile/security/sessions/end': form({ session: line }),
  '/profile/security/sessions/end-others': button,
  '/profile/security/password': newPassword,
  '/profile/security/passkeys/options': 'json',
  '/profile/security/passkeys': 'json',
  '/profile/security/passkeys/remove': form({ id: line }),
  '/profile/security/authenticator': form({ code: line }),
  '/profile/security/authenticator/remove': button,
  '/profile/security/recovery-codes': button,
  '/confirm': form({ answer: line }),
  // Mail programs send what RFC 8058 has them send; nobody reads it.
  '/leave/:link': v.unknown(),
  '/upkeep/index': 'json',
  '/upkeep/read-again': 'json',
  '/upkeep/export': 'json',
  '/upkeep/import': 'json',
  '/upkeep/bytes/:folder/:name{.+}': 'json',
  '/upkeep/end': 'json',
  '/secrets/:token': form({ secret: one(100_000) }),
  '/tickets': form({ follows: line, for: line, subject: line, text: long, files, cc: long, device: long, frequency: long, programs: long, tried: long, inventory: long, affected: long, phone: long }),
  '/tickets/:number/note': form({ note: long }),
  '/tickets/:number/replies': form({ canned: line, text: long, minutes: line, files, seen: line, kept: several, to: several, among: several, once: long, warned: several }),
  '/tickets/:number/comments': form({ text: long, minutes: line, files, seen: line, kept: several, form: line }),
  '/tickets/:number/draft': form({ preview: line, canned: line, insert: line, text: long, minutes: line, files, seen: line, kept: several, to: several, among: several, once: long, warned: several, form: line, discard: line }),
  '/tickets/:number/articles/:id/undo': button,
  '/tickets/:number/undo': form({ at: line, merged: line, linked: line, unlinked: line }),
  '/tickets/:number/status': form({ status: line, text: long }),
  '/tickets/:number/owner': form({ owner: line }),
  '/tickets/:number/priority': form({ priority: line, final_priority: line }),
  '/tickets/:number/due': form({ due: line }),
  '/tickets/:number/wait': form({ until: line }),
  '/tickets/:number/queue': form({ queue: line }),
  '/tickets/:number/labels': form({ label: line, remove: line }),
  '/tickets/:number/merge': form({ into: line }),
  '/tickets/:number/unmerge': button,
  '/tickets/:number/links': form({ relation: line, number: line }),
  '/tickets/:number/links/remove': form({ relation: line, number: line }),
  '/tickets/:number/articles/:id/split': form({ subject: line }),
  '/tickets/:number/articles/:id/forward': form({ to: long, subject: line, text: long, file: several, claim: line }),
  '/tickets/:number/watchers': form({ address: line, role: line }),
  '/tickets/:number/watchers/remove': form({ address: line, role: line }),
  '/tickets/:number/watchers/try-again': form({ address: line }),
  '/tickets/:number/watchers/unmute': form({ address: line }),
  '/tickets/:number/watchers/share-history': form({ address: line }),
  '/tickets/:number/watchers/make-requester': form({ address: line, role: line }),
  '/tickets/:number/letters/:letter': form({ how: line, shown: line }),
  '/tickets/:number/secrets': form({ label: line }),
  '/tickets/:number/secrets/:secret/see': button,
  '/tickets/:number/secrets/:secret/withdraw': button,
  '/tickets/:number/articles/:id/read-again': button,
  '/tickets/:number/articles/:id/redact': form({ passage: several, more: long }),
  '/desk/bulk': form({ act: line, value: line, numbers: long }),
  '/desk/bulk/:id/go-on': button,
  '/desk/bulk/:id/undo': button,
  '/desk/columns': form({ view: line, saved: line, q: line, sort: line, columns: several }),
  '/desk/views': form({ name: line, q: line, sort: line, columns: line, shared: line }),
  '/desk/views/:id': form({ name: line, shared: line }),
  '/desk/views/:id/move': form({ way: line }),
  '/desk/views/:id/remove': button,
  '/desk/door/:key': form({ decision: line, sender: line, from: line }),
  '/admin/people': form({ address: line, name: line, role: line }),
  '/admin/people/:id': form({ role: line, account: line, wants_new_tickets: line }),
  '/admin/people/changes': button,
  '/admin/people/:id/address': form({ address: line, verified: line }),
  '/admin/people/:id/erase': form({ sure: line }),
  '/admin/people/:id/queues': form({ which: line, queue: several }),
  '/admin/organisations': organisation,
  '/admin/organisations/:id': organisation,
  '/admin/canned': form({ id: line, shortcut: line, de: long, en: long, remove: line }),
  '/admin/queues': queue,
  '/admin/queues/:id': queue,
};
