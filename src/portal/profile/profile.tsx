/** `GET /profile`: what the desk calls its reader, and how they read it. */

import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import { findPerson } from '../../directory/people.ts';
import { LONGEST_NAME } from '../../rules/clean.ts';
import type { LetterChoices } from '../../rules/letter-choices.ts';
import { isStaff } from '../../rules/ticket.ts';
import type { Text } from '../../text/text.ts';
import { errorPage } from '../errors.tsx';
import { Button } from '../parts/button.tsx';
import { Field, SelectField, type FieldErrors } from '../parts/field.tsx';
import { Heading } from '../parts/heading.tsx';
import { KeysSwitch } from '../parts/keys.tsx';
import { Layout, type Reader } from '../parts/layout.tsx';
import { Notice, WrongFields } from '../parts/notice.tsx';
import { SignatureFields } from '../parts/signature-fields.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { readerOf, signedIn } from '../reader.ts';
import { LetterChoicesFields } from './letter-choices.tsx';

/** What stands in the form; `zone` is empty for the desk's. */
export type TypedProfile = { name: string; language: string; zone: string; letters: LetterChoices; signature_de: string; signature_en: string };

export async function showProfile(c: Context<PortalEnv>) {
  const person = await findPerson(c.env.DB, signedIn(c).id);
  if (person === null) return errorPage(c, 'notFound');
  const { name, language, zone, letters, signatureDe, signatureEn } = person;
  return c.html(<Profile reader={readerOf(c)} typed={{ name, language, zone: zone ?? '', letters, signature_de: signatureDe, signature_en: signatureEn }} errors={{}} saved={c.req.query('saved') !== undefined} />);
}

/** The form that came back. */
export function wrongProfilePage(c: Context<PortalEnv>, typed: TypedProfile, errors: FieldErrors) {
  return c.html(<Profile reader={readerOf(c)} typed={typed} errors={errors} saved={false} />, 422);
}

type ProfileProps = { reader: Reader; typed: TypedProfile; errors: FieldErrors; saved: boolean };

const Profile: FC<ProfileProps> = (props) => {
  const { reader, errors, saved } = props;
  const words = reader.text.profile;
  return (
    <Layout {...reader} title={words.title} here="/profile">
      <Heading title={words.title} lead={words.lead(reader.person?.address ?? '')}><a href="/profile/security">{words.security}</a></Heading>
      {saved && <Notice tone="good"><p>{words.saved}</p></Notice>}
      <WrongFields errors={errors} text={reader.text} />
      <div class="cards security">
        <Choices {...props} />
        <Address reader={reader} />
        <Download text={reader.text} />
        <Erase text={reader.text} />
        {reader.person !== null && isStaff(reader.person.role) && (
          <section class="card">
            <h2>{reader.text.portal.keys.title}</h2>
            <KeysSwitch singleKeys={reader.person.singleKeys} here="/profile" text={reader.text} />
          </section>
        )}
      </div>
    </Layout>
  );
};

const Choices: FC<ProfileProps> = ({ reader: { text, settings, person }, typed, errors }) => {
  const words = text.profile;
  const languages = [{ value: 'de', label: words.languages.de }, { value: 'en', label: words.languages.en }];
  const zones = [{ value: '', label: words.zoneOfDesk(settings.zone) }, ...Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))];
  return (
    <section class="card">
      <form class="stack" method="post" action="/profile" novalidate>
        <Field name="name" label={words.name} hint={words.nameHint} value={typed.name} error={errors['name']} maxlength={LONGEST_NAME} autocomplete="name" />
        <SelectField name="language" label={words.language} hint={words.languageHint} value={typed.language} error={errors['language']} options={languages} />
        <SelectField name="zone" label={words.zone} hint={words.zoneHint} value={typed.zone} error={errors['zone']} options={zones} />
        {person !== null && isStaff(person.role) && (
          <>
            <LetterChoicesFields choices={typed.letters} text={text} />
            <SignatureFields typed={typed} errors={errors} text={text} hint={text.portal.signature.own} />
          </>
        )}
        <div class="row"><Button>{words.save}</Button></div>
      </form>
    </section>
  );
};

const Address: FC<{ reader: Reader }> = ({ reader: { text: { newAddress: { card } }, person } }) => (
  <section class="card" aria-labelledby="address">
    <h2 id="address">{card.title}</h2>
    <p class="hint">{card.what(person?.address ?? '')}</p>
    <p><a class="button plain" href="/profile/address">{card.button}</a></p>
  </section>
);

const Download: FC<{ text: Text }> = ({ text }) => {
  const words = text.profile.download;
  return (
    <section class="card" aria-labelledby="download">
      <h2 id="download">{words.title}</h2>
      <p class="hint">{words.what}</p>
      <p><a class="button plain" href="/profile/download">{words.button}</a></p>
    </section>
  );
};

const Erase: FC<{ text: Text }> = ({ text: { erasing: { card } } }) => (
  <section class="card" aria-labelledby="erase">
    <h2 id="erase">{card.title}</h2>
    <p class="hint">{card.what}</p>
    <p><a class="button plain" href="/profile/erase">{card.button}</a></p>
  </section>
);
