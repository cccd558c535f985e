import type { FC } from 'hono/jsx';
import type { TicketPage } from '../../rules/page.ts';
import { queueWithId } from '../../directory/queues.ts';
import { signatureUnder } from '../../rules/signature.ts';
import type { Queue } from '../../rules/queues.ts';
import type { Reader } from '../parts/layout.tsx';
import { LinkedText } from '../parts/linked-text.tsx';
import { cannedFacts } from './canned-choice.tsx';

type SignatureProps = { page: Pick<TicketPage, 'number' | 'fields' | 'requester' | 'language'>; queues: Queue[]; reader: Reader };

/** What letters have beneath the reader's answer, in the requester's language. */
export const SignatureBelow: FC<SignatureProps> = ({ page, queues, reader: { text, person } }) => {
  if (person === null) return null;
  const signature = signatureUnder({ agent: person, queue: queueWithId(queues, page.fields.queue) }, page.language, cannedFacts(page, person));
  if (signature === '') return null;
  return (
    <div class="signature">
      <p class="hint">{text.portal.signature.under}</p>
      <p class="words" dir="auto"><LinkedText text={signature} /></p>
    </div>
  );
};
