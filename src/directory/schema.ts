/** What the desk knows apart from tickets: people, their ways in, queues, and the ledger of mails. In D1. */

export * from './schema/people.ts';
export * from './schema/sign-in.ts';
export * from './schema/queues.ts';
export * from './schema/mails.ts';
export * from './schema/desk.ts';
export * from './schema/audit.ts';
