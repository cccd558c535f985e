import type { FC } from 'hono/jsx';
import { Button } from '../parts/button.tsx';
import { Moment } from '../parts/moment.tsx';
import { browserName } from './browser-name.ts';
import type { SecurityProps } from './security.tsx';

/** Where the reader is signed in: what was not them ends with one click. */
export const SessionsSection: FC<SecurityProps> = ({ reader: { text }, now, ways }) => {
  const words = text.security.sessions;
  return (
    <section class="card" aria-labelledby="sessions">
      <h2 id="sessions">{words.title}</h2>
      <p class="hint">{words.what}</p>
      <ul class="ways">
        {ways.sessions.map((session) => {
          const name = browserName(session.browser) || words.unknown;
          return (
            <li>
              <span><strong>{name}</strong>{session.id === ways.here && <em> {words.here}</em>} <span class="hint">{session.network} · {words.seen} <Moment instant={session.lastSeenAt} now={now} look="entry" /></span></span>
              {session.id !== ways.here && (
                <form method="post" action="/profile/security/sessions/end">
                  <input type="hidden" name="session" value={session.id} />
                  <Button look="plain" says={name}>{words.end}</Button>
                </form>
              )}
            </li>
          );
        })}
      </ul>
      {ways.sessions.length > 1 && <form method="post" action="/profile/security/sessions/end-others"><Button look="danger">{words.endOthers}</Button></form>}
    </section>
  );
};
