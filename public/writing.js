// What agents write is kept with the ticket while they type; without script there is a button.

const REST_MS = 1500;
/** An account may send sixty forms a minute, and these are some of them. */
const APART_MS = 5000;
/** By form: what waits to be kept, and what is on its way. Forms come and go as the page follows the ticket. */
const boxes = new Map();

function boxOf(form) {
  if (!boxes.has(form)) boxes.set(form, { waiting: 0, changed: false, savedAt: 0, underWay: new AbortController() });
  return boxes.get(form);
}

document.addEventListener('input', ({ target }) => {
  if (target instanceof HTMLTextAreaElement) {
    insertCanned(target);
    offerCalls(target);
  }
  const form = target.form;
  if (target.name !== 'text' || !form?.dataset.draft) return;
  const box = boxOf(form);
  box.changed = true;
  clearTimeout(box.waiting);
  box.waiting = setTimeout(() => save(form, box), Math.max(REST_MS, box.savedAt + APART_MS - Date.now()));
});

// `::` and a shortcut, ended by a blank, become the canned answer.
function insertCanned(area) {
  const before = area.value.slice(0, area.selectionStart);
  const [typed, shortcut = ''] = /(?<=^|\s)::([\p{L}\d-]+)\s$/u.exec(before) ?? [];
  const canned = typed === undefined ? undefined : [...area.form?.querySelectorAll('[name=canned] option') ?? []].find((one) => one.value === shortcut.toLowerCase());
  if (canned?.dataset.text) area.setRangeText(canned.dataset.text, before.length - typed.length, before.length, 'end');
}

// How a moment in words is understood is said while it is typed.
let asking = 0;
document.addEventListener('input', ({ target }) => {
  const field = target.closest?.('[data-moment]');
  if (!field) return;
  clearTimeout(asking);
  asking = setTimeout(async () => {
    const asked = target.value.trim();
    const answer = asked === '' ? null : await fetch(field.dataset.moment + encodeURIComponent(asked)).catch(() => null);
    const says = answer?.ok ? await answer.text() : '';
    if (target.value.trim() === asked) field.querySelector('output').textContent = says;
  }, 300);
});

// The preview comes beneath the text; without script it is a page.
document.addEventListener('click', async (clicked) => {
  const button = clicked.target.closest?.('[data-shows]');
  if (!button) return;
  clicked.preventDefault();
  await save(button.form, boxOf(button.form));
  askFor(button.dataset.shows, ({ response }) => {
    const fresh = response?.querySelector('.preview');
    const place = button.form.querySelector('.preview-place');
    place.replaceChildren(...(fresh ? [document.importNode(fresh, true)] : []));
    place.focus();
  });
});

const CALL = /(?<![\p{L}\p{N}._%+-])@([\p{L}\p{N}._-]*(?: [\p{L}-]*)?)$/u;
const MOST_OFFERED = 6;

// `@` and the beginning of a name offer whom it may mean, right after the text, where Tab leads.
function offerCalls(area) {
  const offers = area.form?.querySelector('.calls');
  if (!offers) return;
  const typed = CALL.exec(area.value.slice(0, area.selectionStart))?.[1].toLowerCase();
  const buttons = [...offers.querySelectorAll('button')];
  const fitting = typed === undefined ? [] : buttons.filter((one) => ` ${one.textContent} ${one.value}`.toLowerCase().includes(` ${typed}`)).slice(0, MOST_OFFERED);
  for (const button of buttons) button.hidden = !fitting.includes(button);
  offers.hidden = fitting.length === 0;
}

document.addEventListener('click', ({ target }) => {
  const area = target.closest?.('.calls button')?.form.querySelector('textarea');
  if (!area) return;
  const end = area.selectionStart;
  const [typed] = CALL.exec(area.value.slice(0, end)) ?? [''];
  area.setRangeText(`@${target.value} `, end - typed.length, end, 'end');
  area.focus();
  area.dispatchEvent(new Event('input', { bubbles: true }));
});

// The button names who gets the answer, as long as that is everybody.
document.addEventListener('change', ({ target }) => {
  const button = target.name === 'to' ? target.form.querySelector('[data-plain]') : null;
  if (button === null) return;
  button.dataset.named ??= button.textContent;
  const all = [...target.form.querySelectorAll('[name=to]')].every((box) => box.checked);
  button.textContent = all ? button.dataset.named : button.dataset.plain;
});

// What is sent is no draft: nothing that is still on its way may bring it back.
document.addEventListener('submit', ({ target }) => {
  const box = boxes.get(target);
  if (box === undefined) return;
  box.changed = false;
  clearTimeout(box.waiting);
  box.underWay.abort();
});

// Whoever leaves within that second loses nothing.
addEventListener('pagehide', () => {
  for (const [form, box] of boxes) if (box.changed) save(form, box);
});

async function save(form, box) {
  box.changed = false;
  box.savedAt = Date.now();
  box.underWay = new AbortController();
  const draft = new FormData(form);
  draft.delete('files');
  const answer = await fetch(form.dataset.draft, { method: 'POST', body: new URLSearchParams([...draft]), redirect: 'manual', signal: box.underWay.signal, keepalive: true }).catch(() => null);
  const said = form.querySelector('.saved');
  // A redirect is the answer to a form that was taken.
  if (answer?.type === 'opaqueredirect') said.textContent = said.dataset.says;
  else box.changed = true;
}
