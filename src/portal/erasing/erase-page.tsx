import type { FC } from 'hono/jsx';
import type { NotNow } from '../../rules/readdressing.ts';
import { textIn } from '../../text/text.ts';
import { Button } from '../parts/button.tsx';
import { Heading } from '../parts/heading.tsx';
import { Layout, type Reader } from '../parts/layout.tsx';
import { Notice, WrongFields } from '../parts/notice.tsx';

/** `here`: where the form goes; `back`: where whoever thinks again goes. */
export type ErasePageProps = { reader: Reader; title: string; person: { id: number; address: string }; here: string; back: string; notNow: NotNow | null; unsure: boolean };

/** Says what goes, what stays and why, before anybody can press the button (P11). */
export const ErasePage: FC<ErasePageProps> = ({ reader, title, person, here, back, notNow, unsure }) => {
  const words = reader.text.erasing;
  const name = textIn(reader.settings.defaultLanguage).erasing.name(person.id);
  return (
    <Layout {...reader} title={title} here={here}>
      <Heading title={title} lead={words.lead(person.address)} />
      <WrongFields errors={unsure ? { sure: words.notSure } : {}} text={reader.text} />
      <div class="cards security">
        <Points title={words.goes} points={words.gone(name)} />
        <Points title={words.stays} points={words.left} />
      </div>
      <p class="after">{words.after}</p>
      {notNow !== null ? <Notice tone="careful"><p>{words.notNow[notNow]}</p><p><a href={back}>{words.back}</a></p></Notice> : (
        <form class="sheet" method="post" action={here} novalidate>
          <p><strong>{words.noUndo}</strong></p>
          <div class={unsure ? 'field wrong' : 'field'}>
            {unsure && <p class="error" id="sure-error">{words.notSure}</p>}
            <label class="check"><input type="checkbox" id="sure" name="sure" value="yes" required aria-invalid={unsure ? 'true' : undefined} aria-describedby={unsure ? 'sure-error' : undefined} /> {words.sure}</label>
          </div>
          <div class="row"><Button look="danger">{words.send}</Button> <a class="button" href={back}>{words.back}</a></div>
        </form>
      )}
    </Layout>
  );
};

const Points: FC<{ title: string; points: string[] }> = ({ title, points }) => (
  <section class="card">
    <h2>{title}</h2>
    <ul class="points">{points.map((point) => <li>{point}</li>)}</ul>
  </section>
);
