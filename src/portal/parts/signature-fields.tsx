import type { FC } from 'hono/jsx';
import type { Text } from '../../text/text.ts';
import { TextArea, type FieldErrors } from './field.tsx';

type SignatureFieldsProps = { typed: { signature_de: string; signature_en: string }; errors: FieldErrors; text: Text; hint: string };

/** A signature in both languages. */
export const SignatureFields: FC<SignatureFieldsProps> = ({ typed, errors, text, hint }) => {
  const words = text.portal.signature;
  return (
    <fieldset class="helps">
      <legend>{words.title}</legend>
      <p class="hint">{hint} {words.gaps}</p>
      <div class="pairs">
        <TextArea name="signature_de" label={words.de} rows={4} value={typed.signature_de} error={errors['signature_de']} />
        <TextArea name="signature_en" label={words.en} rows={4} value={typed.signature_en} error={errors['signature_en']} />
      </div>
    </fieldset>
  );
};
