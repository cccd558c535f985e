import type { FC } from 'hono/jsx';
import type { OnePersonProps } from './show-person.tsx';

/** Tickets that wait for somebody who does not work on them: an admin gives them on. Nothing if there are none. */
export const PersonLeftBehind: FC<OnePersonProps> = ({ reader: { text }, person, left }) => {
  const words = text.people.leftBehind;
  if (left.total === 0) return null;
  return (
    <section class="card" aria-labelledby="left-behind">
      <h2 id="left-behind">{words.title(left.total)}</h2>
      <p class="hint">{words.what}</p>
      <ul class="points">{left.rows.map(({ number, subject }) => <li><a href={`/tickets/${number}`}>#{number} {subject || text.words.noSubject}</a></li>)}</ul>
      <p><a class="button plain" href={`/desk?q=${encodeURIComponent(`owner:${person.address} is:open`)}`}>{words.all}</a></p>
    </section>
  );
};
