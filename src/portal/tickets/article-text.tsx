import type { FC } from 'hono/jsx';
import { stretches } from '../../rules/aligned-text.ts';
import { foldReply } from '../../rules/reply-text.ts';
import type { Person } from '../../rules/ticket.ts';
import type { Text } from '../../text/text.ts';
import { LinkedText } from '../parts/linked-text.tsx';
import { splitLong } from '../parts/long-text.ts';

type TextProps = { text: string; words: Text; agents?: Person[] | undefined };

/** What somebody wrote; quoted old text and signatures are folded, never gone (M08). `agents`: whom it can call by name. */
export const ArticleText: FC<TextProps & { forwarded: boolean }> = ({ text, forwarded, words, agents }) => {
  if (text.trim() === '') return <p class="nothing">{words.words.noText}</p>;
  return (
    <div class="text">
      {foldReply(text, forwarded).map(({ kind, text: part }) => (kind === 'answer' ? <Shown text={part} words={words} agents={agents} /> : <Folded kind={kind} text={part} words={words} />))}
    </div>
  );
};

const Shown: FC<TextProps> = ({ text, words, agents }) => {
  const [first, rest] = splitLong(trimmed(text));
  return (
    <>
      {first !== '' && <Words text={first} agents={agents} />}
      {rest !== '' && (
        <details class="rest">
          <summary>{words.portal.history.wholeText}</summary>
          <Words text={rest} agents={agents} />
        </details>
      )}
    </>
  );
};

const Folded: FC<{ kind: 'quote' | 'signature'; text: string; words: Text }> = ({ kind, text, words }) => (
  <details class="quote">
    <summary title={words.portal.history.folded[kind]}><span aria-hidden="true">···</span><span class="only-heard">{words.portal.history.folded[kind]}</span></summary>
    <Words text={trimmed(text)} />
  </details>
);

/** Tables and logs in a type whose letters are equally wide, and never broken. */
const Words: FC<Omit<TextProps, 'words'>> = ({ text, agents }) => (
  <>
    {stretches(text).map((stretch) =>
      stretch.aligned
        ? <div class="words aligned" tabindex={0}><LinkedText text={stretch.text.trimEnd()} /></div>
        : <div class="words" dir="auto"><LinkedText text={stretch.text} agents={agents} /></div>,
    )}
  </>
);

function trimmed(text: string): string {
  return text.replace(/^\n+/, '').trimEnd();
}
