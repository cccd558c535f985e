import type { FC } from 'hono/jsx';
import { readFormatting, type Block, type Inline, type List } from '../../rules/formatting.ts';
import type { Person } from '../../rules/ticket.ts';
import { LinkedText } from './linked-text.tsx';
import { splitBlocks } from './long-text.ts';

/** `agents`: whom a text can call by name. */
type Callable = { agents?: Person[] | undefined };

/** What agents write with signs for its look, in that look. `more`: what leads to the rest of a long one; left out, it is shown whole. */
export const FormattedText: FC<Callable & { text: string; more?: string }> = ({ text, agents, more }) => {
  const blocks = readFormatting(text);
  const [first, rest] = more === undefined ? [blocks, []] : splitBlocks(blocks);
  return (
    <>
      <Blocks blocks={first} agents={agents} />
      {rest.length > 0 && (
        <details class="rest">
          <summary>{more}</summary>
          <Blocks blocks={rest} agents={agents} />
        </details>
      )}
    </>
  );
};

const Blocks: FC<Callable & { blocks: Block[] }> = ({ blocks, agents }) => <div class="formatted" dir="auto">{blocks.map((block) => <OneBlock block={block} agents={agents} />)}</div>;

const OneBlock: FC<Callable & { block: Block }> = ({ block, agents }) => {
  switch (block.kind) {
    case 'paragraph':
      return <p class="words"><Looks parts={block.parts} agents={agents} /></p>;
    case 'heading':
      return <p class="headline"><strong><Looks parts={block.parts} agents={agents} /></strong></p>;
    case 'quote':
      return <blockquote class="words"><Looks parts={block.parts} agents={agents} /></blockquote>;
    case 'list':
      return <Items list={block.list} agents={agents} />;
    case 'code':
    case 'columns':
      return <div class="words aligned" tabindex={0}>{block.kind === 'code' ? block.text : <LinkedText text={block.text} />}</div>;
  }
};

const Items: FC<Callable & { list: List }> = ({ list: { start, items }, agents }) => {
  const inside = items.map(({ parts, under }) => <li><span class="words"><Looks parts={parts} agents={agents} /></span>{under !== null && <Items list={under} agents={agents} />}</li>);
  return start === null ? <ul>{inside}</ul> : <ol start={start}>{inside}</ol>;
};

const Looks: FC<Callable & { parts: Inline[] }> = ({ parts, agents }) => <>{parts.map((part) => <Look part={part} agents={agents} />)}</>;

const Look: FC<Callable & { part: Inline }> = ({ part, agents }) => {
  switch (part.kind) {
    case 'text':
      return <LinkedText text={part.text} agents={agents} />;
    case 'strong':
      return <strong><Looks parts={part.parts} agents={agents} /></strong>;
    case 'emphasis':
      return <em><Looks parts={part.parts} agents={agents} /></em>;
    case 'code':
      return <code>{part.text}</code>;
    case 'link':
      return <a href={part.url} rel="noopener noreferrer nofollow" target="_blank">{part.text}</a>;
  }
};
