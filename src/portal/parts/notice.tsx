import type { Child, FC } from 'hono/jsx';
import type { Text } from '../../text/text.ts';
import type { FieldErrors } from './field.tsx';

/** Something to know. `wrong` is read out at once. */
export const Notice: FC<{ tone?: 'plain' | 'good' | 'wrong' | 'careful' | undefined; children?: Child }> = ({ tone, children }) => (
  <div class={`notice ${tone ?? 'plain'}`} role={tone === 'wrong' ? 'alert' : tone === 'good' ? 'status' : undefined}>{children}</div>
);

/** Above a form that came back: what is wrong, each a link to its field. Nothing if nothing is. */
export const WrongFields: FC<{ errors: FieldErrors; text: Text; idOf?: ((name: string) => string) | undefined }> = ({ errors, text, idOf }) => {
  // Two fields may lack the same thing; each says so itself.
  const wrong = Object.entries(errors).filter(([, error], at, all) => error !== undefined && all.findIndex(([, other]) => other === error) === at);
  if (wrong.length === 0) return null;
  return (
    <Notice tone="wrong">
      <p><strong>{text.portal.form.wrong}</strong></p>
      <ul>{wrong.map(([name, error]) => <li><a href={`#${idOf?.(name) ?? name}`}>{error}</a></li>)}</ul>
    </Notice>
  );
};
