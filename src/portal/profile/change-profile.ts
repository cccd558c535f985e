/** `POST /profile`: name, language, zone, and the letters that agents want. */

import type { Context } from 'hono';
import { findPerson, type DirectoryPerson } from '../../directory/people.ts';
import { saveProfile } from '../../directory/profile.ts';
import { cleanName, LONGEST_NAME } from '../../rules/clean.ts';
import { readSignature } from '../../rules/signature.ts';
import { isStaff } from '../../rules/ticket.ts';
import { isZone } from '../../settings.ts';
import { errorPage } from '../errors.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { signedIn } from '../reader.ts';
import { readForm, type SentForm } from '../sent-form.ts';
import { choicesIn } from './letter-choices.tsx';
import { wrongProfilePage } from './profile.tsx';

export async function changeProfile(c: Context<PortalEnv>) {
  const form = await readForm(c);
  if (form === null) return errorPage(c, 'badInput');
  const person = await findPerson(c.env.DB, signedIn(c).id);
  if (person === null) return errorPage(c, 'notFound');
  const letters = isStaff(person.role) ? choicesIn(form, person.letters) : person.letters;
  if (letters === null) return errorPage(c, 'badInput');
  const typed = { name: form.text('name').trim().slice(0, LONGEST_NAME), language: form.text('language'), zone: form.text('zone'), letters, ...typedSignature(form, person) };

  const words = c.var.text.profile;
  const language = typed.language === 'de' || typed.language === 'en' ? typed.language : null;
  const zoneWrong = typed.zone !== '' && !isZone(typed.zone);
  const [signatureDe, signatureEn] = [readSignature(typed.signature_de), readSignature(typed.signature_en)];
  const { tooLong } = c.var.text.portal.signature;
  const errors = {
    ...(language === null ? { language: words.languageWrong } : {}),
    ...(zoneWrong ? { zone: words.zoneWrong } : {}),
    ...(signatureDe === null ? { signature_de: tooLong } : {}),
    ...(signatureEn === null ? { signature_en: tooLong } : {}),
  };
  if (language === null || signatureDe === null || signatureEn === null || zoneWrong) return wrongProfilePage(c, typed, errors);

  await saveProfile(c.env.DB, person.id, { name: cleanName(typed.name), language, zone: typed.zone === '' ? null : typed.zone, letters, signatureDe, signatureEn });
  return c.redirect('/profile?saved=yes', 303);
}

/** Customers have none to change. */
function typedSignature(form: SentForm, { role, signatureDe, signatureEn }: DirectoryPerson) {
  const typed = (name: string, before: string) => (isStaff(role) && form.has(name) ? form.text(name) : before);
  return { signature_de: typed('signature_de', signatureDe), signature_en: typed('signature_en', signatureEn) };
}
