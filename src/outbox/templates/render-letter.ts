/** Words a letter: the kind decides which template, every template is set the same way. */

import type { AccountNoticeFacts, AddressLinkFacts, AddressNoticeFacts, DigestFacts, DoorNoticeFacts, LetterFacts, LetterText, LinkFacts, PasswordFacts } from '../letter-facts.ts';
import { accountNotice } from './account-notice.ts';
import { acknowledgement } from './acknowledgement.ts';
import { addressLink, addressNotice } from './address-letters.ts';
import { called } from './called.ts';
import { closed } from './closed.ts';
import { comment } from './comment.ts';
import { confirm } from './confirm.ts';
import { correspondence } from './correspondence.ts';
import { digest } from './digest.ts';
import { doorNotice } from './door-notice.ts';
import { held } from './held.ts';
import { letterHtml } from './letter-html.ts';
import { letterPlain } from './letter-plain.ts';
import type { Letter } from './letter.ts';
import { mentioned } from './mentioned.ts';
import { newTicket } from './new-ticket.ts';
import { overdue } from './overdue.ts';
import { ownerChanged } from './owner-changed.ts';
import { passwordLink } from './password-link.ts';
import { refused } from './refused.ts';
import { secretAsked } from './secret-asked.ts';
import { secretGiven } from './secret-given.ts';
import { signInLink } from './sign-in-link.ts';

/**
 * Subject, plain text and HTML of the letter, in its reader's language.
 *
 * The subject is one clean line with our tag once (T11). Lines of the text have at most 998 octets (RFC 5322 section 2.1.1).
 * The letter stays below a megabyte whatever the facts hold. A reader who is not staff gets no comment, even if the facts
 * hold one (P08).
 */
export function renderLetter(facts: LetterFacts): LetterText {
  return set(letterAbout(facts.toStaff ? facts : withoutComments(facts)));
}

/** The letter with the link under which a first or forgotten password is set (S8). */
export function renderPasswordLetter(facts: PasswordFacts): LetterText {
  return set(passwordLink(facts));
}

/** The letter with the link that signs in without a password. */
export function renderSignInLink(facts: LinkFacts): LetterText {
  return set(signInLink(facts));
}

/** The letter that says what changed about somebody's way in. */
export function renderAccountNotice(facts: AccountNoticeFacts): LetterText {
  return set(accountNotice(facts));
}

/** The letter that says what becomes of the address of somebody's account. */
export function renderAddressNotice(facts: AddressNoticeFacts): LetterText {
  return set(addressNotice(facts));
}

/** The letter with the link that proves a new address. */
export function renderAddressLink(facts: AddressLinkFacts): LetterText {
  return set(addressLink(facts));
}

/** The letter that tells an agent of a mail in their name. */
export function renderDoorNotice(facts: DoorNoticeFacts): LetterText {
  return set(doorNotice(facts));
}

/** The one letter a day to an agent. */
export function renderDigest(facts: DigestFacts): LetterText {
  return set(digest(facts));
}

function letterAbout(facts: LetterFacts): Letter {
  switch (facts.kind) {
    case 'acknowledgement':
      return acknowledgement(facts);
    case 'correspondence':
      return correspondence(facts);
    case 'comment':
      return comment(facts);
    case 'mentioned':
      return mentioned(facts);
    case 'new-ticket':
      return newTicket(facts);
    case 'called':
      return called(facts);
    case 'overdue':
      return overdue(facts);
    case 'closed':
      return closed(facts);
    case 'refused':
      return refused(facts);
    case 'held':
      return held(facts);
    case 'confirm':
      return confirm(facts);
    case 'owner-changed':
      return ownerChanged(facts);
    case 'secret-asked':
      return secretAsked(facts);
    case 'secret-given':
      return secretGiven(facts);
  }
}

function withoutComments(facts: LetterFacts): LetterFacts {
  const article = facts.article?.comment === true ? null : facts.article;
  return { ...facts, article, earlier: facts.earlier.filter((one) => !one.comment) };
}

function set(letter: Letter): LetterText {
  return { subject: letter.subject, text: letterPlain(letter), html: letterHtml(letter) };
}
