/** The portal: every address and what answers it, under which right. */

import { Hono } from 'hono';
import { exportAuditCsv, exportAuditLines } from './admin/export-audit.ts';
import { showAudit } from './admin/show-audit.tsx';
import { showPeople } from './admin/show-people.tsx';
import { addPerson, changePerson } from './admin/change-person.ts';
import { makeOrganisation, setUpOrganisation, showOrganisation } from './admin/change-organisations.ts';
import { showOrganisations } from './admin/show-organisations.tsx';
import { changePersonQueues } from './admin/person-queues.tsx';
import { showPerson } from './admin/show-person.tsx';
import { makeQueue, setUpQueue, showQueue } from './admin/change-queues.ts';
import { showQueues } from './admin/show-queues.tsx';
import { withAudit } from './audit.ts';
import { confirm, showConfirm } from './confirm/confirm.tsx';
import { showSaid } from './confirm/said.tsx';
import { bodyLimits } from './body-limits.ts';
import { decide } from './desk/decide.ts';
import { doorMailSource, showDoorMail } from './desk/door-mail.tsx';
import { doorMailFile, doorMailView } from './desk/door-mail-parts.ts';
import { showDoor } from './desk/door.tsx';
import { showIntakeDays } from './desk/intake-days.tsx';
import { showIntake } from './desk/intake.tsx';
import { forgetView, keepView } from './desk/save-view.ts';
import { showDesk } from './desk/show-desk.tsx';
import { errorPage, faultPage } from './errors.tsx';
import { home } from './home.ts';
import { knownForms } from './known-forms.ts';
import { leave, showLeave } from './leave/leave.tsx';
import { watchLists, watchOneTicket } from './live.ts';
import { ownHostOnly } from './own-host.ts';
import { pageHeaders } from './page-headers.ts';
import type { PortalEnv } from './portal-env.ts';
import { changeKeys } from './profile/change-keys.ts';
import { changeOrder } from './profile/change-order.ts';
import { changeProfile } from './profile/change-profile.ts';
import { downloadOwn } from './profile/download.ts';
import { showProfile } from './profile/profile.tsx';
import { securityRoutes } from './profile/security-routes.ts';
import { sameOriginOnly } from './same-origin.ts';
import { adminsOnly, signedInOnly, staffOnly, withReader } from './session.ts';
import { giveSecret, showGiveSecret } from './secrets/give-secret.tsx';
import { signInRoutes } from './sign-in/sign-in-routes.ts';
import { askSecret, withdrawSecret } from './tickets/ask-secret.ts';
import { attachment } from './tickets/attachment.ts';
import { changeNote } from './tickets/change-note.ts';
import { changeLabels } from './tickets/change-labels.ts';
import { changeOwner } from './tickets/change-owner.ts';
import { changePriority } from './tickets/change-priority.ts';
import { changeQueue } from './tickets/change-queue.ts';
import { changeStatus } from './tickets/change-status.ts';
import { showOwn } from './tickets/list-own.tsx';
import { mailView } from './tickets/mail-view.ts';
import { mergeTicket, unmergeTicket } from './tickets/merge.ts';
import { newTicket } from './tickets/new-ticket.tsx';
import { openTicket } from './tickets/open-ticket.tsx';
import { passedFile } from './tickets/passed-file.ts';
import { redact, showRedact } from './tickets/redact.tsx';
import { saveDraft } from './tickets/save-draft.ts';
import { seeSecret } from './tickets/see-secret.tsx';
import { printTicket } from './tickets/print-ticket.tsx';
import { showArticle } from './tickets/show-article.tsx';
import { showTicket } from './tickets/show-ticket.tsx';
import { source } from './tickets/source.ts';
import { undoClose, undoReply } from './tickets/undo.ts';
import { addWatcher, removeWatcher, shareHistory, tryAgain, unmute } from './tickets/watchers.ts';
import { comment, reply } from './tickets/write.ts';
import { writeLimit } from './write-limit.tsx';

export const portal = new Hono<PortalEnv>();

portal.get('/healthz', (c) => c.text('ok', 200, { 'Cache-Control': 'no-store' }));

portal.use(pageHeaders);
portal.use(withReader);
portal.use(ownHostOnly);
portal.get('/files/:pass/:name', passedFile);
// Before the rule about forms: mail programs post here, from anywhere.
portal.get('/leave/:link', showLeave);
portal.post('/leave/:link', leave);

portal.use(sameOriginOnly);
portal.use(bodyLimits);
portal.use(writeLimit);
portal.use(knownForms);

portal.use(withAudit);
portal.get('/', home);
portal.route('/', signInRoutes);
portal.route('/profile/security', securityRoutes);
portal.get('/profile', signedInOnly, showProfile);
portal.post('/profile', signedInOnly, changeProfile);
portal.post('/profile/order', signedInOnly, changeOrder);
portal.post('/profile/keys', signedInOnly, changeKeys);
portal.get('/profile/download', signedInOnly, downloadOwn);

portal.get('/confirm', showConfirm);
portal.post('/confirm', confirm);
portal.get('/confirm/said', showSaid);

portal.get('/secrets/:token', showGiveSecret);
portal.post('/secrets/:token', giveSecret);

portal.use('/tickets/*', signedInOnly);
portal.get('/tickets', showOwn);
portal.post('/tickets', openTicket);
portal.get('/tickets/new', newTicket);
portal.get('/tickets/:number', showTicket);
portal.get('/tickets/:number/live', watchOneTicket);
portal.get('/tickets/:number/print', printTicket);
portal.post('/tickets/:number/note', changeNote);
portal.post('/tickets/:number/replies', reply);
portal.post('/tickets/:number/comments', comment);
portal.post('/tickets/:number/draft', saveDraft);
portal.post('/tickets/:number/articles/:id/undo', undoReply);
portal.post('/tickets/:number/status/undo', undoClose);
portal.post('/tickets/:number/status', changeStatus);
portal.post('/tickets/:number/owner', changeOwner);
portal.post('/tickets/:number/priority', changePriority);
portal.post('/tickets/:number/queue', changeQueue);
portal.post('/tickets/:number/labels', changeLabels);
portal.post('/tickets/:number/merge', mergeTicket);
portal.post('/tickets/:number/unmerge', unmergeTicket);
portal.post('/tickets/:number/watchers', addWatcher);
portal.post('/tickets/:number/watchers/remove', removeWatcher);
portal.post('/tickets/:number/watchers/try-again', tryAgain);
portal.post('/tickets/:number/watchers/unmute', unmute);
portal.post('/tickets/:number/watchers/share-history', shareHistory);
portal.post('/tickets/:number/secrets', askSecret);
portal.post('/tickets/:number/secrets/:secret/see', seeSecret);
portal.post('/tickets/:number/secrets/:secret/withdraw', withdrawSecret);
portal.get('/tickets/:number/attachments/:id/:name', attachment);
portal.get('/tickets/:number/articles/:id', showArticle);
portal.get('/tickets/:number/articles/:id/source', source);
portal.get('/tickets/:number/articles/:id/html', mailView);
portal.get('/tickets/:number/articles/:id/redact', showRedact);
portal.post('/tickets/:number/articles/:id/redact', redact);

portal.get('/live', signedInOnly, watchLists);

portal.use('/desk/*', staffOnly);
portal.get('/desk', showDesk);
portal.post('/desk/views', keepView);
portal.post('/desk/views/:id/remove', forgetView);
portal.get('/desk/door', showDoor);
portal.get('/desk/door/:key', showDoorMail);
portal.post('/desk/door/:key', decide);
portal.get('/desk/door/:key/source', doorMailSource);
portal.get('/desk/door/:key/html', doorMailView);
portal.get('/desk/door/:key/files/:index/:name', doorMailFile);
portal.get('/desk/intake', showIntake);
portal.get('/desk/intake/days', showIntakeDays);

portal.use('/admin/*', adminsOnly);
portal.get('/admin/people', showPeople);
portal.post('/admin/people', addPerson);
portal.get('/admin/people/:id', showPerson);
portal.post('/admin/people/:id', changePerson);
portal.post('/admin/people/:id/queues', changePersonQueues);
portal.get('/admin/queues', showQueues);
portal.post('/admin/queues', makeQueue);
portal.get('/admin/queues/:id', showQueue);
portal.post('/admin/queues/:id', setUpQueue);

portal.get('/admin/organisations', showOrganisations);
portal.post('/admin/organisations', makeOrganisation);
portal.get('/admin/organisations/:id', showOrganisation);
portal.post('/admin/organisations/:id', setUpOrganisation);

portal.get('/admin/audit', showAudit);
portal.get('/admin/audit.csv', exportAuditCsv);
portal.get('/admin/audit.jsonl', exportAuditLines);

portal.notFound((c) => errorPage(c, 'notFound'));
portal.onError((fault, c) => faultPage(fault, c));
