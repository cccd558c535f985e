/** What every portal handler finds in its context. */

import type { DeskRows } from '../directory/desk-rows.ts';
import type { Reach } from '../rules/reach.ts';
import type { Signature } from '../rules/signature.ts';
import type { AccountRole, Address, Instant, Language } from '../rules/ticket.ts';
import type { Settings } from '../settings.ts';
import type { Text } from '../text/text.ts';

/** Whose session it is. `zone`: IANA; null: the desk's. `oldestFirst`: how they read a history; `singleKeys`: whether single keys act. */
export type SignedIn = { id: number; address: Address; name: string; role: AccountRole; language: Language; zone: string | null; reach: Reach; oldestFirst: boolean; singleKeys: boolean } & Signature;

/** What we know of the session beside its person. `id` names it and opens nothing. */
export type ReaderSession = { id: string; provenAt: Instant; strong: boolean };

export type PortalEnv = {
  Bindings: Env;
  Variables: {
    settings: Settings;
    /** null: signed out. */
    person: SignedIn | null;
    /** On pages of the desk, read with the session. */
    deskRows: DeskRows | null;
    /** null: signed out. */
    session: ReaderSession | null;
    /** The reader's: of the account, else chosen in the footer (cookie), else the browser's, else the default. */
    language: Language;
    text: Text;
    /** The one clock of the request. */
    at: Instant;
  };
};
