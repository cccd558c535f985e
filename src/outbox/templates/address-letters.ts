import type { AddressLinkFacts, AddressNoticeFacts } from '../letter-facts.ts';
import { accountLetter } from './account-letter.ts';
import type { Letter } from './letter.ts';
import { wordsFor } from './ticket-letter.ts';

/** Says what becomes of the account's address, to the old one and the new one (SW17), or that it is erased (P11). Who asked for it is nobody's business: it may have been an admin. */
export function addressNotice(facts: AddressNoticeFacts): Letter {
  const { addressLetters: words } = wordsFor(facts);
  const { subject, says } = words.notices[facts.change];
  return accountLetter(facts, { ...words, subject, heading: subject(facts.siteName) }, [{ kind: 'words', text: says(facts.address) }]);
}

/** The link that proves a new address. Nothing in it is the asker's own words: it goes to somebody who may not know of it. */
export function addressLink(facts: AddressLinkFacts): Letter {
  const { addressLetters: { link: words }, password } = wordsFor(facts);
  return accountLetter(facts, words, [
    { kind: 'words', text: words.what(facts.siteName) },
    { kind: 'link', label: words.button, url: facts.url, main: true },
    { kind: 'small', text: password.bounds(facts.minutes) },
  ]);
}
