import { beforeAll, describe, expect, test } from 'vitest';
import { bringToTicket, plainMail, ticketPage } from './inbox.ts';
import { signedIn, type Visitor } from './portal-visitor.ts';

const text = 'Bitte **neu starten**:\n- Drucker aus\n- `net stop spooler`\n\n<b>roh</b> & [Anleitung](https://hilfe.dtnet.de/a)';

let anna: Visitor;
let max: Visitor;
beforeAll(async () => {
  anna = await signedIn('anna@dtnet.de', 'agent');
  max = await signedIn('max@kunde.example');
});

const newNumber = () => bringToTicket(plainMail({ from: 'max@kunde.example', subject: 'Plotter' }));
const looked = '<strong>neu starten</strong>';

describe('what an agent formats', () => {
  test('is shown so on the ticket, to its customer too, and nothing typed is markup', async () => {
    const number = await newNumber();
    await anna.post(`/tickets/${number}/replies`, { text });

    for (const { page } of [await anna.get(`/tickets/${number}`), await anna.get(`/tickets/${number}/articles/2`)]) {
      expect(page).toContain(looked);
      expect(page).toContain('<code>net stop spooler</code>');
      expect(page).toContain('href="https://hilfe.dtnet.de/a"');
      expect(page).toContain('&lt;b&gt;roh&lt;/b&gt;');
      expect(page).not.toContain('<b>roh</b>');
    }
  });

  test('is kept as it was typed', async () => {
    const number = await newNumber();
    await anna.post(`/tickets/${number}/replies`, { text });

    expect((await ticketPage(number)).entries.find((entry) => entry.kind === 'article')).toMatchObject({ article: { text, look: 'formatted' } });
  });

  test('is plain if it says nothing of a look, and so is all that customers write', async () => {
    const number = await newNumber();
    await anna.post(`/tickets/${number}/replies`, { text: '# systemctl restart cups\nrm *.log *.tmp' });
    await max.post(`/tickets/${number}/replies`, { text });
    const looks = (await ticketPage(number)).entries.flatMap((entry) => (entry.kind === 'article' ? [entry.article.look] : []));

    expect(looks).toEqual(['plain', 'plain', 'plain']);
    expect((await anna.get(`/tickets/${number}`)).page).not.toContain(looked);
  });

  test('has a preview before it is sent', async () => {
    const number = await newNumber();
    const saved = await anna.post(`/tickets/${number}/draft`, { form: 'comment', text, preview: '1' });
    const { page } = await anna.get(saved.to ?? '');

    expect(saved).toMatchObject({ status: 303, to: `/tickets/${number}/preview/comment` });
    expect(page).toContain(looked);
    expect((await anna.get(`/tickets/${number}/preview/reply`)).to).toBe(`/tickets/${number}`);
    expect((await anna.get(`/tickets/${number}/preview/letter`)).status).toBe(404);
  });
});
