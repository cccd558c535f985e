import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { saveOrganisation } from '../../src/directory/organisations.ts';
import { disable, setQueues } from '../../src/directory/people.ts';
import { portal } from '../../src/portal/portal.tsx';
import { statuses } from '../../src/rules/ticket.ts';
import { bringToTicket, plainMail, ticketPage } from './inbox.ts';
import { ask, origin, signedIn, type Answer, type Visitor } from './portal-visitor.ts';

/** `in`: the page or the act; `sign in`: asked to; `gone`: as if there were nothing; `no`: 403. */
type Entry = 'in' | 'sign in' | 'gone' | 'no';

const roles = ['signed out', 'disabled', 'stranger', 'removed', 'cc', 'requester', 'organisation', 'other agent', 'agent', 'admin'] as const;
/** `organisation`: somebody who sees the tickets of the requester's, and is on none; `other agent`: one who works in other queues than the ticket's. */
type Role = (typeof roles)[number];
type Row = Record<Role, Entry>;

const everybody: Row = row('in', 'in', 'in', 'in', 'in', 'in', 'in', 'in', 'in', 'in');
const anySession: Row = row('sign in', 'sign in', 'in', 'in', 'in', 'in', 'in', 'in', 'in', 'in');
const onTicket: Row = row('sign in', 'sign in', 'gone', 'gone', 'in', 'in', 'in', 'gone', 'in', 'in');
const staffOfTicket: Row = row('sign in', 'sign in', 'gone', 'gone', 'no', 'no', 'no', 'gone', 'in', 'in');
const adminsOfTicket: Row = row('sign in', 'sign in', 'gone', 'gone', 'no', 'no', 'no', 'gone', 'no', 'in');
/** Nothing tells whoever may see the ticket that there is more to it. */
const staffFiles: Row = row('sign in', 'sign in', 'gone', 'gone', 'gone', 'gone', 'gone', 'gone', 'in', 'in');
const staff: Row = row('sign in', 'sign in', 'no', 'no', 'no', 'no', 'no', 'in', 'in', 'in');
const admins: Row = row('sign in', 'sign in', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'in');

const nobody: Row = row('gone', 'gone', 'gone', 'gone', 'gone', 'gone', 'gone', 'gone', 'gone', 'gone');

/** Who may what: a row for every address of the portal, named by its method and pattern. */
const matrix: Record<string, Row> = {
  'GET /': anySession,
  'GET /healthz': everybody,
  'GET /healthz.json': admins,
  'POST /language': everybody,
  'GET /sign-in': everybody,
  'POST /sign-in': everybody,
  'POST /sign-out': everybody,
  'GET /sign-in/second': everybody,
  'POST /sign-in/second': everybody,
  'POST /sign-in/passkey/options': everybody,
  'POST /sign-in/passkey': everybody,
  'GET /sign-in/again': anySession,
  'POST /sign-in/again': anySession,
  'GET /sign-in/link': everybody,
  'POST /sign-in/link': everybody,
  'GET /sign-in/link/sent': everybody,
  'GET /sign-in/link/open': everybody,
  'POST /sign-in/link/open': everybody,
  'GET /sign-in/company': everybody,
  'GET /sign-in/company/back': everybody,
  'GET /password/forgotten': everybody,
  'POST /password/forgotten': everybody,
  'GET /password/link-sent': everybody,
  'GET /password/new': everybody,
  'POST /password/new': everybody,
  'GET /password/saved': everybody,
  'GET /profile': anySession,
  'POST /profile': anySession,
  'POST /profile/order': anySession,
  'POST /profile/keys': anySession,
  'GET /profile/download': anySession,
  'GET /profile/address': anySession,
  'POST /profile/address': anySession,
  'GET /address': everybody,
  'POST /address': everybody,
  'GET /address/changed': everybody,
  'GET /profile/erase': anySession,
  'POST /profile/erase': anySession,
  'GET /erased': everybody,
  'GET /profile/security': anySession,
  'POST /profile/security/sessions/end': anySession,
  'POST /profile/security/sessions/end-others': anySession,
  'POST /profile/security/password': anySession,
  'POST /profile/security/passkeys/options': anySession,
  'POST /profile/security/passkeys': anySession,
  'POST /profile/security/passkeys/remove': anySession,
  'GET /profile/security/authenticator': anySession,
  'POST /profile/security/authenticator': anySession,
  'POST /profile/security/authenticator/remove': anySession,
  'POST /profile/security/recovery-codes': anySession,
  'GET /tickets': anySession,
  'POST /tickets': anySession,
  'GET /tickets/hits': anySession,
  'GET /tickets/new': anySession,
  'GET /tickets/:number': onTicket,
  'GET /live': anySession,
  'GET /tickets/:number/live': onTicket,
  'GET /tickets/:number/print': onTicket,
  'POST /tickets/:number/note': staffOfTicket,
  'POST /tickets/:number/replies': onTicket,
  'POST /tickets/:number/comments': staffOfTicket,
  'POST /tickets/:number/draft': staffOfTicket,
  'GET /tickets/:number/preview/:form': staffOfTicket,
  'POST /tickets/:number/articles/:id/undo': staffOfTicket,
  'POST /tickets/:number/undo': staffOfTicket,
  'POST /tickets/:number/status': staffOfTicket,
  'POST /tickets/:number/owner': staffOfTicket,
  'POST /tickets/:number/priority': staffOfTicket,
  'POST /tickets/:number/due': staffOfTicket,
  'POST /tickets/:number/wait': staffOfTicket,
  'POST /tickets/:number/queue': staffOfTicket,
  'POST /tickets/:number/labels': staffOfTicket,
  'POST /tickets/:number/merge': staffOfTicket,
  'POST /tickets/:number/unmerge': staffOfTicket,
  'POST /tickets/:number/links': staffOfTicket,
  'POST /tickets/:number/links/remove': staffOfTicket,
  'GET /tickets/:number/articles/:id/split': staffOfTicket,
  'POST /tickets/:number/articles/:id/split': staffOfTicket,
  'GET /tickets/:number/articles/:id/forward': staffOfTicket,
  'POST /tickets/:number/articles/:id/forward': staffOfTicket,
  'POST /tickets/:number/watchers': staffOfTicket,
  'POST /tickets/:number/watchers/remove': staffOfTicket,
  'POST /tickets/:number/watchers/try-again': staffOfTicket,
  'POST /tickets/:number/watchers/unmute': staffOfTicket,
  'POST /tickets/:number/watchers/share-history': staffOfTicket,
  'POST /tickets/:number/watchers/make-requester': staffOfTicket,
  'POST /tickets/:number/letters/:letter': staffOfTicket,
  'GET /tickets/:number/attachments/:id/:name': onTicket,
  'GET /tickets/:number/articles/:id': onTicket,
  'GET /tickets/:number/articles/:id/source': staffFiles,
  'GET /tickets/:number/articles/:id/html': onTicket,
  'POST /tickets/:number/articles/:id/read-again': adminsOfTicket,
  'GET /tickets/:number/articles/:id/redact': staffOfTicket,
  'POST /tickets/:number/articles/:id/redact': staffOfTicket,
  'GET /files/:pass/:name': everybody,
  // Whoever holds the link is let in by it, signed in or not.
  'GET /leave/:link': everybody,
  'POST /leave/:link': everybody,
  // For nobody who comes without its key, admins included.
  'POST /upkeep/index': nobody,
  'POST /upkeep/read-again': nobody,
  'POST /upkeep/export': nobody,
  'POST /upkeep/import': nobody,
  'POST /upkeep/end': nobody,
  'GET /upkeep/bytes': nobody,
  'GET /upkeep/bytes/:folder/:name{.+}': nobody,
  'PUT /upkeep/bytes/:folder/:name{.+}': nobody,
  'GET /confirm': everybody,
  'POST /confirm': everybody,
  'GET /confirm/said': everybody,
  'GET /secrets/:token': everybody,
  'POST /secrets/:token': everybody,
  'POST /tickets/:number/secrets': staffOfTicket,
  // No ticket here has a secret, so it is nowhere even for those who may; who sees one is in its own tests.
  'POST /tickets/:number/secrets/:secret/see': row('sign in', 'sign in', 'gone', 'gone', 'gone', 'gone', 'gone', 'gone', 'gone', 'gone'),
  'POST /tickets/:number/secrets/:secret/withdraw': row('sign in', 'sign in', 'gone', 'gone', 'no', 'no', 'no', 'gone', 'gone', 'gone'),
  'GET /desk': staff,
  'GET /desk/hits': staff,
  'GET /desk/neighbour': staff,
  'GET /desk/moment': staff,
  'GET /desk/bulk': staff,
  'POST /desk/bulk': staff,
  'GET /desk/bulk/:id': staff,
  'POST /desk/bulk/:id/go-on': staff,
  'POST /desk/bulk/:id/undo': staff,
  'POST /desk/columns': staff,
  'POST /desk/views': staff,
  'POST /desk/views/:id': staff,
  'POST /desk/views/:id/move': staff,
  'POST /desk/views/:id/remove': staff,
  'GET /desk/door': staff,
  'GET /desk/door/:key': staff,
  'POST /desk/door/:key': staff,
  'GET /desk/door/:key/source': staff,
  'GET /desk/door/:key/html': staff,
  'GET /desk/door/:key/files/:index/:name': staff,
  'GET /desk/letters': staff,
  'GET /desk/intake': staff,
  'GET /desk/intake/days': staff,
  'GET /admin/people': admins,
  'POST /admin/people': admins,
  'GET /admin/people/changes': admins,
  'POST /admin/people/changes': admins,
  'POST /admin/people/:id/address': admins,
  'GET /admin/people/:id/erase': admins,
  'POST /admin/people/:id/erase': admins,
  'GET /admin/people/:id': admins,
  'POST /admin/people/:id': admins,
  'POST /admin/people/:id/queues': admins,
  'GET /admin/organisations': admins,
  'POST /admin/organisations': admins,
  'GET /admin/organisations/:id': admins,
  'POST /admin/organisations/:id': admins,
  'GET /admin/canned': admins,
  'POST /admin/canned': admins,
  'GET /admin/audit': admins,
  'GET /admin/audit.csv': admins,
  'GET /admin/audit.jsonl': admins,
  'GET /admin/queues': admins,
  'POST /admin/queues': admins,
  'GET /admin/queues/:id': admins,
  'POST /admin/queues/:id': admins,
};

/** A merged ticket is only read (T13): what agents change is refused. Comments go on where it went, it may be asked to go elsewhere, and its letters set aside. */
const withdraw = 'POST /tickets/:number/secrets/:secret/withdraw';
const goesOn = ['POST /tickets/:number/comments', 'POST /tickets/:number/merge', 'POST /tickets/:number/letters/:letter'];
function onMerged(route: string, expected: Row): Row {
  const isChange = expected === staffOfTicket || expected === adminsOfTicket || route === withdraw;
  return isChange && !goesOn.includes(route) ? { ...expected, agent: 'no', admin: 'no' } : expected;
}

let as: Record<Role, (method: string, path: string) => Promise<Answer>>;
/** What a ticket can be, as far as rights go. */
const states = [...statuses, 'merged'] as const;
type State = (typeof states)[number];
const tickets = new Map<State, { number: number; file: string }>();

beforeAll(async () => {
  const agent = await signedIn('agent@dtnet.de', 'agent');
  for (const state of states) tickets.set(state, await ticketIn(state, agent));
  const gone = await signedIn('disabled@kunde.example', 'agent');
  await disable(env.DB, gone.person.id, Date.now());
  as = {
    'signed out': (method, path) => ask(path, { method, headers: { Origin: origin }, ...(method === 'POST' ? { body: new URLSearchParams() } : {}) }),
    disabled: by(gone),
    stranger: by(await signedIn('stranger@evil.example')),
    removed: by(await signedIn('removed@kunde.example')),
    cc: by(await signedIn('cc@kunde.example')),
    requester: by(await signedIn('requester@kunde.example')),
    organisation: by(await ofOrganisation('chefin@holding.example')),
    'other agent': by(await inOtherQueue('other@dtnet.de')),
    agent: by(agent),
    admin: by(await signedIn('admin@dtnet.de', 'admin')),
  };
});

/** A ticket with everybody on it, an HTML mail with a file, and somebody who was taken off again. */
async function ticketIn(state: State, agent: Visitor): Promise<{ number: number; file: string }> {
  const mail = plainMail({ from: 'requester@kunde.example', subject: `Matrix ${state}`, headers: ['Cc: cc@kunde.example, removed@kunde.example'] });
  const boundary = ['--b', 'Content-Type: text/html', '', '<p>Hallo <b>Welt</b></p>', '--b', 'Content-Type: text/csv; name=liste.csv', 'Content-Disposition: attachment', '', 'a;b', '--b--', ''].join('\r\n');
  const number = await bringToTicket(mail.replace('text/plain; charset=utf-8', 'multipart/mixed; boundary=b').replace(/Text \d+\.\r\n$/, boundary));
  await agent.post(`/tickets/${number}/watchers/remove`, { address: 'removed@kunde.example', role: 'cc' });
  await agent.post(`/tickets/${number}/owner`, { owner: 'agent@dtnet.de' });
  if (state === 'merged') await agent.post(`/tickets/${number}/merge`, { into: String(tickets.get('open')?.number) });
  else if (state !== 'new') await agent.post(`/tickets/${number}/status`, { status: state });
  const file = /\/attachments\/([^/"]+)\/liste\.csv/.exec((await agent.get(`/tickets/${number}`)).page)?.[1] ?? '';
  return { number, file };
}

/** Somebody elsewhere who sees the tickets of the firm with this domain. */
async function ofOrganisation(who: string): Promise<Visitor> {
  const visitor = await signedIn(who);
  await saveOrganisation(env.DB, { id: null, name: 'Kunde', domains: ['kunde.example'], people: [visitor.person.address] }, Date.now());
  return visitor;
}

/** An agent whose queues are none of those that there are. */
async function inOtherQueue(who: string): Promise<Visitor> {
  const visitor = await signedIn(who, 'agent');
  await setQueues(env.DB, visitor.person.id, [99]);
  return visitor;
}

/** Forms are sent empty: whoever may send them is told what is missing, and nothing changes. */
function by(visitor: Visitor): (method: string, path: string) => Promise<Answer> {
  return (method, path) => (method === 'GET' ? visitor.get(path) : visitor.post(path));
}

function row(...entries: [Entry, Entry, Entry, Entry, Entry, Entry, Entry, Entry, Entry, Entry]): Row {
  const [out, disabled, stranger, removed, cc, requester, organisation, other, agent, admin] = entries;
  return { 'signed out': out, disabled, stranger, removed, cc, requester, organisation, 'other agent': other, agent, admin };
}

function addressOf(pattern: string, { number, file }: { number: number; file: string }): string {
  const isDoor = pattern.startsWith('/desk/door/');
  return pattern.replace(':number', String(number)).replace(':id', pattern.includes('attachments') ? file : '1').replace(':name', 'liste.csv').replace(':index', '0').replace(':form', 'reply').replace(':secret', '1').replace(':key', isDoor ? 'f'.repeat(64) : '1');
}

/** A form of somebody who is signed out is answered with the page that says so (403), its address with the way to sign in. */
function entryOf(answer: Answer, method: string): Entry {
  if (answer.to?.startsWith('/sign-in?next=') === true || answer.to === '/sign-in') return 'sign in';
  if (answer.status === 403) return method === 'POST' && /You are signed out|Sie sind abgemeldet/.test(answer.page) ? 'sign in' : 'no';
  return answer.status === 404 ? 'gone' : 'in';
}

/** An empty form to unmerge is a whole one, so it is not sent to a merged ticket: test/worker/merge tells who may. */
function statesFor(pattern: string): readonly State[] {
  if (!pattern.includes(':number')) return ['open'];
  return pattern.endsWith('/unmerge') ? statuses : states;
}

/** Every address of the portal. Guards are no addresses: Hono lists them with a star or for all methods. */
const routes = [...new Set(portal.routes.filter(({ method, path }) => method !== 'ALL' && !path.endsWith('*')).map(({ method, path }) => `${method} ${path}`))];

describe('the rights', () => {
  test('have a row for every address of the portal, and no row for none (SW13)', () => {
    expect(Object.keys(matrix).toSorted()).toEqual(routes.toSorted());
  });

  const about = routes.filter((route) => matrix[route] !== undefined && matrix[route] !== everybody);
  test.each(about)('of %s are as the matrix says, for every role and state of a ticket (SW13, W05)', async (route) => {
    const [method = '', pattern = ''] = route.split(' ');
    const expected = matrix[route];
    for (const state of statesFor(pattern)) {
      const ticket = tickets.get(state);
      if (ticket === undefined) throw new Error(`There is no ticket that is ${state}`);
      const before = (await ticketPage(ticket.number)).version;
      const found: Partial<Row> = {};
      // What lies behind an address of the desk that nobody made is nowhere for those who may look.
      for (const role of roles) found[role] = entryOf(await as[role](method, addressOf(pattern, ticket)), method);
      const onState = state === 'merged' && expected !== undefined ? onMerged(route, expected) : expected;
      const staffFoundNothing = pattern.startsWith('/desk/door/:key') || /^\/desk\/(views|bulk)\/:id/.test(pattern) || pattern.startsWith('/admin/people/:id');
      const wanted = staffFoundNothing && onState !== undefined ? { ...onState, ...(found.agent === 'gone' ? { agent: 'gone', 'other agent': 'gone' } : {}), ...(found.admin === 'gone' ? { admin: 'gone' } : {}) } : onState;

      expect({ state, ...found }).toEqual({ state, ...wanted });
      expect((await ticketPage(ticket.number)).version).toBe(before);
    }
  });
});
