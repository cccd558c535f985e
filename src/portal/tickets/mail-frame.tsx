import type { FC } from 'hono/jsx';
import type { Entry } from '../../rules/page.ts';
import { MAIL_SANDBOX } from './mail-document.ts';

type MailFrameProps = { address: string; title: string; text: string; pictures: number };

/** A mail as it was sent, in a frame in which nothing runs. The script makes it as high as it is; without, its text and pictures tell about how high. */
export const MailFrame: FC<MailFrameProps> = ({ address, title, text, pictures }) => (
  <iframe class="mail-frame" sandbox={MAIL_SANDBOX} src={address} loading="lazy" title={title} height={likelyHeight(text, pictures)} />
);

/** The newest mails that a page shows as they were sent; older ones show their text until they are asked for. */
const MOST_OPEN = 4;

/** The articles whose frame is open: the newest few that have more than text, and the original request. */
export function framedArticles(entries: Entry[]): Set<number> {
  const rich = entries.flatMap((entry) => (entry.kind === 'article' && entry.article.look === 'rich' && !entry.article.automatic ? [entry.article.id] : []));
  return new Set([...rich.slice(0, MOST_OPEN), ...rich.filter((id) => id === 1)]);
}

const LINE_PX = 22;
const PICTURE_PX = 240;
const CHARACTERS_A_LINE = 80;

function likelyHeight(text: string, pictures: number): number {
  const lines = text.split('\n', 100).reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / CHARACTERS_A_LINE)), 0);
  return Math.min(720, 120 + lines * LINE_PX + pictures * PICTURE_PX);
}
