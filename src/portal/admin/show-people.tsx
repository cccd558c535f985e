/** `GET /admin/people?who=staff|customers|disabled`: who works here, and who may not sign in any more. */

import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import { listPeople, type DirectoryPerson } from '../../directory/people.ts';
import type { Listed } from '../../ticket-index/ticket-row.ts';
import { Choices } from '../parts/choices.tsx';
import { Empty } from '../parts/empty.tsx';
import { Heading } from '../parts/heading.tsx';
import { Layout, type Reader } from '../parts/layout.tsx';
import { WrongFields } from '../parts/notice.tsx';
import type { Clock } from '../parts/times.ts';
import type { PortalEnv } from '../portal-env.ts';
import { clockOf, readerOf } from '../reader.ts';
import { AdminNav } from './admin-nav.tsx';
import { AddPerson } from './add-person-form.tsx';
import { askedPeople, groups, inDirectory, listLink, type AskedPeople } from './asked-people.ts';
import { FindPeople } from './find-people.tsx';
import { fieldId, type PeopleDraft } from './people-draft.ts';
import { OtherPeople } from './other-people.tsx';
import { PeopleTable } from './people-table.tsx';

/** A page that is no more, because its last person left the list, leads to the one before. */
export async function showPeople(c: Context<PortalEnv>) {
  const asked = askedPeople(c);
  const list = await listPeople(c.env.DB, inDirectory(asked));
  if (list.page > list.pages) return c.redirect(listLink({ ...asked, page: list.pages }), 303);
  return c.html(<People reader={readerOf(c)} now={clockOf(c)} asked={asked} list={list} draft={null} />);
}

/** The page with a form that came back. */
export async function wrongPeoplePage(c: Context<PortalEnv>, draft: PeopleDraft) {
  const asked = askedPeople(c);
  const list = await listPeople(c.env.DB, inDirectory(asked));
  return c.html(<People reader={readerOf(c)} now={clockOf(c)} asked={asked} list={list} draft={draft} />, 422);
}

export type PeopleProps = { reader: Reader; now: Clock; asked: AskedPeople; list: Listed<DirectoryPerson>; draft: PeopleDraft | null };

export const People: FC<PeopleProps> = (props) => {
  const { reader, asked, list, draft } = props;
  const words = reader.text.portal.admin;
  return (
    <Layout {...reader} title={words.title} here={listLink(asked)} width="wide">
      <AdminNav page="people" text={reader.text} />
      <Heading title={words.title} lead={words.lead}>
        <Choices label={words.who} choices={groups.map((who) => ({ href: listLink({ ...asked, who, page: 1 }), label: words[who], current: who === asked.who }))} />
      </Heading>
      {draft !== null && <WrongFields errors={draft.errors} text={reader.text} idOf={(name) => fieldId(draft.form, name)} />}
      <FindPeople asked={asked} text={reader.text} />
      <div id="people">
        {list.total === 0 ? <Empty title={asked.search === '' ? words.empty[asked.who] : words.noneFound} /> : (
          <>
            <PeopleTable {...props} />
            <OtherPeople asked={asked} pages={list.pages} text={reader.text} />
          </>
        )}
      </div>
      <AddPerson reader={reader} draft={draft} />
      <p class="at-end"><a href="/admin/people/changes">{reader.text.erasing.changes.link}</a></p>
    </Layout>
  );
};
