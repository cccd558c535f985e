import type { Context } from 'hono';
import type { DirectoryPerson } from '../../directory/people.ts';
import { beginErasing } from '../../directory/readdressings.ts';
import { textIn } from '../../text/text.ts';
import { audit } from '../audit.ts';
import type { PortalEnv } from '../portal-env.ts';
import { tellOfAddress } from '../profile/account-notice.ts';
import { readdressMeanwhile } from '../readdress-meanwhile.ts';
import { signedIn } from '../reader.ts';

/** The account goes at once, the rest while the page is answered and after. `person` is told by a last letter. */
export async function erase(c: Context<PortalEnv>, person: Pick<DirectoryPerson, 'id' | 'address' | 'language'>): Promise<void> {
  const { settings, at } = c.var;
  const by = signedIn(c);
  const name = textIn(settings.defaultLanguage).erasing.name(person.id);
  const as = await beginErasing(c.env.DB, person, name, { by: by.address, at });
  tellOfAddress(c, 'erased', { to: person.address, language: person.language, address: person.address });
  // Whoever erased themselves is in the log as what they are called from now on.
  audit(c, { action: 'erased', by: by.id === person.id ? as : by.address, target: as });
  readdressMeanwhile(c);
}
