import type { FC } from 'hono/jsx';
import type { ShownLetter, TicketPage } from '../../rules/page.ts';
import { insideLetters, type Failure, type LetterState } from '../../rules/letter-kinds.ts';
import type { Text } from '../../text/text.ts';
import type { Reader } from '../parts/layout.tsx';
import { reasonInWords } from '../parts/letter-reason.ts';
import { Moment } from '../parts/moment.tsx';
import { PersonName } from '../parts/person-name.tsx';
import { SettleButtons } from '../parts/settling.tsx';
import type { Clock } from '../parts/times.ts';

type LettersProps = { letters: ShownLetter[]; page: Pick<TicketPage, 'number' | 'mergedInto'>; reader: Reader; now: Clock; staff: boolean };

/** To whom it went, and what became of each letter (S6). Open at once if something is wrong that nobody has set aside. */
export const Letters: FC<LettersProps> = ({ letters, page, reader, now, staff }) => {
  const shown = letters.filter((letter) => staff || !insideLetters.includes(letter.kind));
  if (shown.length === 0) return null;
  const words = reader.text.portal.history.letters;
  const states = countStates(shown);
  const trouble = shown.some((letter) => letter.inTrouble !== undefined || (letter.isAside !== true && bad.includes(letter.state)));
  return (
    <details class={trouble ? 'letters trouble' : 'letters'} open={trouble}>
      <summary>{words.to(shown.length)} · {words.outcome(states)}</summary>
      <ul>{shown.map((letter) => <Letter letter={letter} page={page} reader={reader} now={now} staff={staff} />)}</ul>
    </details>
  );
};

const bad: LetterState[] = ['failed', 'unknown', 'bounced', 'complained'];

const Letter: FC<Omit<LettersProps, 'letters'> & { letter: ShownLetter }> = ({ letter, page, reader: { text }, now, staff }) => {
  const words = text.portal.history.letters;
  return (
    <li class={letter.state}>
      <PersonName person={letter.to} />{letter.to.name !== '' && <span class="address"> {letter.to.address}</span>}
      {' · '}{text.words.letterKind[letter.kind]}
      {' · '}<b>{text.words.letterState[letter.state]}</b>{' '}<Moment instant={letter.at} now={now} look="entry" />
      {letter.possiblyTwice && ` (${words.twice})`}
      {letter.isAside === true && ` (${words.aside})`}
      {staff && letter.reason !== null && <span class="reason">{words.reason(reasonInWords({ reason: letter.reason, failure: null }, text) ?? letter.reason)}</span>}
      {letter.failure !== null && <Undelivered failure={letter.failure} words={text.portal.history.machine} staff={staff} />}
      {letter.inTrouble !== undefined && <Settle letter={letter} inTrouble={letter.inTrouble} page={page} text={text} />}
    </li>
  );
};

type SettleProps = Pick<LettersProps, 'page'> & { letter: ShownLetter; inTrouble: NonNullable<ShownLetter['inTrouble']>; text: Text };

/** The same as in the list of letters in trouble. */
const Settle: FC<SettleProps> = ({ letter: { kind, to }, inTrouble: { letter, trouble }, page: { number, mergedInto }, text }) => (
  <>
    <span class="reason">{text.portal.troubles.meaning[trouble]}</span>
    <form class="in-line settle" method="post" action={`/tickets/${number}/letters/${letter}`}>
      <input type="hidden" name="shown" value="ticket" />
      <SettleButtons trouble={trouble} name={text.portal.troubles.letter(text.words.letterKind[kind], to.address)} merged={mergedInto !== null} text={text} />
    </form>
  </>
);

/** The server's own words say more to those who know them. */
const Undelivered: FC<{ failure: Failure; words: Text['portal']['history']['machine']; staff: boolean }> = ({ failure, words, staff }) => (
  <span class="reason">
    {words.bounceReason[failure.reason]}
    {staff && failure.words !== '' && <> · {words.answer(failure.words)}</>}
  </span>
);

function countStates(letters: ShownLetter[]): Record<LetterState, number> {
  const states: Record<LetterState, number> = { queued: 0, sending: 0, sent: 0, deferred: 0, delivered: 0, bounced: 0, complained: 0, failed: 0, noted: 0, unwanted: 0, unknown: 0 };
  for (const { state } of letters) states[state] += 1;
  return states;
}
