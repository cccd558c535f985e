import type { FC } from 'hono/jsx';
import type { IntakeTotals } from '../../directory/intake.ts';
import type { IntakeOutcome } from '../../directory/schema.ts';
import type { Reader } from '../parts/layout.tsx';

export const outcomeOrder: IntakeOutcome[] = ['filed', 'door', 'machine', 'loop', 'refused', 'received'];

export function inWords(mails: number, { language }: Pick<Reader, 'language'>): string {
  return mails.toLocaleString(language === 'de' ? 'de-DE' : 'en-GB');
}

/** All mails, and where they are: it adds up, or one is lost. Each part leads to its mails. */
export const IntakeSum: FC<{ totals: IntakeTotals; outcome: IntakeOutcome | null; reader: Reader }> = ({ totals, outcome, reader }) => {
  const words = reader.text.portal.intake;
  return (
    <nav class="ledger-sum" aria-label={words.filter}>
      <a href="/desk/intake" aria-current={outcome === null ? 'page' : undefined}><b>{inWords(totals.total, reader)}</b> {words.received}</a>
      {outcomeOrder.map((one, place) => (
        <>
          <span class="sign" title={words.sum}>{place === 0 ? '=' : '+'}</span>
          <a href={`/desk/intake?outcome=${one}`} aria-current={outcome === one ? 'page' : undefined}><b>{inWords(totals[one], reader)}</b> {words.outcomes[one]}</a>
        </>
      ))}
    </nav>
  );
};
