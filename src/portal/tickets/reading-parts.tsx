import type { FC } from 'hono/jsx';
import type { EarlierReading } from '../../rules/read-again.ts';
import { Button } from '../parts/button.tsx';
import { fileSize } from '../parts/file-size.ts';
import type { Reader } from '../parts/layout.tsx';
import { LinkedText } from '../parts/linked-text.tsx';
import { Moment } from '../parts/moment.tsx';
import type { Clock } from '../parts/times.ts';
import { articleAddress } from './article-address.ts';

/** Beneath a mail's source, for admins. */
export const ReadAgain: FC<{ number: number; article: number; reader: Reader }> = ({ number, article, reader: { text } }) => (
  <form class="sheet again" method="post" action={`${articleAddress(number, article)}/read-again`}>
    <p class="hint">{text.portal.mail.readAgainHint}</p>
    <div class="row"><Button>{text.portal.mail.readAgain}</Button></div>
  </form>
);

/** What the mail was read as before it was read again. */
export const EarlierReadings: FC<{ earlier: EarlierReading[]; reader: Reader; now: Clock }> = ({ earlier, reader, now }) => {
  const { text, language } = reader;
  return (
    <>
      <p class="hint">{text.portal.mail.earlierHint}</p>
      {earlier.map((reading) => (
        <section class="earlier">
          <h2>{text.portal.mail.readSoUntil} <Moment instant={reading.replacedAt} now={now} look="full" /></h2>
          <div class="mail-sheet words" dir="auto"><LinkedText text={reading.text.trim() || text.words.noText} /></div>
          {reading.attachments.length > 0 && <ul class="points">{reading.attachments.map((file) => <li>{file.name} ({fileSize(file.size, language)})</li>)}</ul>}
        </section>
      ))}
    </>
  );
};
