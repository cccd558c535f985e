import type { FC } from 'hono/jsx';
import type { Entry, ShownArticle } from '../../rules/page.ts';
import { articleAddress } from './article-address.ts';
import { MAIL_SANDBOX } from './mail-document.ts';

type MailFrameProps = { number: number; article: Pick<ShownArticle, 'id' | 'text'>; title: string };

/** A mail as it was sent, in a frame in which nothing runs. The script makes it as high as it is; without, its text tells about how high. */
export const MailFrame: FC<MailFrameProps> = ({ number, article, title }) => (
  <iframe class="mail-frame" sandbox={MAIL_SANDBOX} src={`${articleAddress(number, article.id)}/html`} loading="lazy" title={title} height={likelyHeight(article.text)} />
);

/** The newest mails that a page shows as they were sent; older ones show their text until they are asked for. */
const MOST_OPEN = 4;

/** The articles whose frame is open: the newest few that have more than text, and the original request. */
export function framedArticles(entries: Entry[]): Set<number> {
  const rich = entries.flatMap((entry) => (entry.kind === 'article' && entry.article.look === 'rich' && !entry.article.automatic ? [entry.article.id] : []));
  return new Set([...rich.slice(0, MOST_OPEN), ...rich.filter((id) => id === 1)]);
}

const LINE_PX = 22;
const CHARACTERS_A_LINE = 80;

function likelyHeight(text: string): number {
  const lines = text.split('\n', 100).reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / CHARACTERS_A_LINE)), 0);
  return Math.min(640, 60 + lines * LINE_PX);
}
