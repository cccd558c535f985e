import type { NotNow } from '../../rules/readdressing.ts';

const notNow: Record<NotNow, string> = {
  yourself: 'You work here, so a colleague has to do this: an admin finds you under People.',
  setting: 'This address is among the desk’s settings (ADMINS), which would make the account anew. Take it out there first.',
};

export const erasing = {
  /** What somebody is called from then on; in the desk’s language, as it is stored. */
  name: (id: number) => `erased person #${id}`,
  card: { title: 'Erase me', what: 'Erases your account, your name and your address from this desk. What stays and why is said first.', button: 'Erase me …' },
  cardOfPerson: { title: 'Erase', what: 'Erases account, name and address wherever they stand. What stays and why is said first.', button: 'Erase this person …' },
  title: 'Erase me',
  titleOf: (name: string) => `Erase: ${name}`,
  lead: (address: string) => `It is about everything this desk knows of ${address}.`,
  noUndo: 'This cannot be undone.',
  goes: 'What is erased',
  gone: (name: string) => [
    'The account, with password, passkeys, sessions, settings, saved lists and what agents noted.',
    `Name and address on all tickets, in their history and in lists: “${name}” stands there instead.`,
    'The mails as they arrived, with their headers. A mail that waits at the door is not decided about any more.',
    'Drafts that were not sent.',
  ],
  stays: 'What stays, and why',
  left: [
    'The texts on tickets and their files. They are part of what others were told and agreed, and without them the answers to them could not be understood. Names, signatures and addresses within a text stay in it; if something is to be taken out, tell us before.',
    'Letters that others have received, and mails that others wrote, also where the address stands in them.',
    'The log of sign-ins and changes, in which an address can stand. It proves what was done and by whom, and therefore cannot be changed.',
    'Backups, for up to 30 days.',
  ],
  after: 'Nothing is sent to the address any more but one last letter that says that this was done. Whoever writes from it again is somebody new, and does not see the tickets of before.',
  sure: 'Yes, erase this for good',
  notSure: 'Please tick that you want this.',
  send: 'Erase for good',
  back: 'Do not erase',
  notNow,
  done: {
    title: 'Your account is erased',
    what: 'Your name and address go from the tickets within minutes; with very many tickets it can take some hours. A last mail says so.',
  },
  changes: {
    title: 'Erased and moved',
    lead: 'People who were erased, and addresses that changed. It goes on by itself until every ticket has been gone through; ten minutes later or more there is a last look at all of them.',
    link: 'Erased and moved',
    empty: 'Nobody was erased, and no address has changed.',
    columns: { what: 'What', progress: 'Progress', begun: 'Begun' },
    kinds: { erased: (name: string) => name, moved: (address: string) => `now ${address}` },
    going: (tickets: number) => `Under way: ${tickets === 1 ? '1 ticket' : `${tickets} tickets`} so far`,
    done: (tickets: number) => `Done: ${tickets === 1 ? '1 ticket' : `${tickets} tickets`}`,
    goOn: 'Go on now',
  },
};
