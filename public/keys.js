// Keys for people who work here all day. Each does what a button, a link or a field of the page does; without this script
// those are still there. Single keys can be turned off; keys with Ctrl or ⌘ and the palette stay.

const single = document.body.dataset.keys === 'on';
const help = document.getElementById('keys-help');
const palette = document.getElementById('palette');

// What a key presses, opens or begins to fill in: the first of these that is on the page.
const places = {
  r: '#reply-text',
  n: '#comment-text',
  f: '.history a[href$="/forward"]',
  a: 'details:has(#owner-owner) > summary',
  i: 'form[action$="/owner"] button[name=owner]:not([value=""])',
  e: 'form[action$="/status"] button[value=closed]',
  w: 'details:has([name=until]) > summary, form[action$="/status"] button[value=waiting]',
  l: '[data-key=l], details:has(#labels-label) > summary, #labels-label',
  m: 'details:has(#merge-into) > summary',
  z: '[data-key=z], form[action$="/undo"] button, form[action$="/unmerge"] button, .undo-move button',
  '/': 'input[type=search]',
};
const ways = { m: '/desk', a: '/desk?view=open', u: '/desk?view=nobody' };

const shown = (element) => element.checkVisibility();
const placeOf = (key) => [...document.querySelectorAll(places[key] ?? '#none')].find(shown);

// A summary opens what it hides and leads into it; a field is written in; all else is pressed.
function act(element) {
  if (element.matches('input, textarea, select')) {
    element.focus();
    element.scrollIntoView({ block: 'center' });
  } else if (element.matches('summary')) {
    element.parentElement.open = true;
    const first = element.parentElement.querySelector('input:not([type=hidden]), select, textarea, button');
    act(first?.matches('button') ? element : first ?? element);
  } else element.click();
}

// The rows of a list, or the articles of a ticket. Where one stands is where the focus is, so that Enter opens it.
const stops = () => [...document.querySelectorAll('.tickets tbody tr, .history li.entry[id^=article-]')].filter(shown);
const here = () => document.activeElement?.closest('tr, li.entry');

function move(by) {
  const all = stops();
  const at = all.indexOf(here());
  const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1)];
  const link = next?.querySelector('.c-subject a, a.when, summary');
  link?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

// The list one came from is kept, so that a ticket knows its neighbours in it.
const number = /^\/tickets\/(\d+)$/.exec(location.pathname)?.[1];
const listed = [...document.querySelectorAll('.tickets tbody tr[id^=ticket-]')].map((row) => row.id.slice('ticket-'.length));
if (listed.length > 0) sessionStorage.setItem('list', JSON.stringify({ href: location.pathname + location.search, listed }));
const list = JSON.parse(sessionStorage.getItem('list') ?? '{"href":"/desk","listed":[]}');

function neighbour(by) {
  const at = list.listed.indexOf(number);
  const next = at < 0 ? undefined : list.listed[at + by];
  if (next !== undefined) location.assign(`/tickets/${next}`);
}

function copyNumber() {
  const said = document.getElementById('said');
  if (number === undefined) return;
  navigator.clipboard.writeText(`#${number}`).then(() => (said.textContent = said.dataset.copied.replace('%s', `#${number}`)), () => {});
  setTimeout(() => (said.textContent = ''), 4000);
}

const others = {
  j: () => move(1),
  k: () => move(-1),
  x: () => here()?.querySelector('input[type=checkbox]')?.click(),
  u: () => location.assign(list.href),
  '[': () => neighbour(-1),
  ']': () => neighbour(1),
  '.': copyNumber,
  '?': () => help.showModal(),
};

let led = 0;
document.addEventListener('keydown', (pressed) => {
  const { key, target } = pressed;
  if (key.toLowerCase() === 'k' && (pressed.ctrlKey || pressed.metaKey) && !pressed.altKey && !pressed.shiftKey) {
    pressed.preventDefault();
    return openPalette();
  }
  // [ and ] need AltGr on many keyboards, which counts as Ctrl and Alt there.
  const modified = (pressed.ctrlKey || pressed.metaKey || pressed.altKey) && !pressed.getModifierState('AltGraph');
  if (!single || modified || pressed.isComposing || target.closest('input:not([type=checkbox]), textarea, select, dialog')) return;
  const way = led > Date.now() ? ways[key] : undefined;
  led = key === 'g' ? Date.now() + 1500 : 0;
  const place = way === undefined ? placeOf(key) : undefined;
  if (way !== undefined) location.assign(way);
  else if (place) act(place);
  else if (others[key]) others[key]();
  else return;
  pressed.preventDefault();
});

// Escape leaves a field, so that the next key is a command again; what is typed stays.
document.addEventListener('keydown', ({ key, target }) => {
  if (key === 'Escape' && target.matches?.('textarea, input') && !target.closest('dialog')) target.blur();
});

// The palette: all that can be done on this page, found by its words.
let choices = [];
let chosen = 0;

const wordsOf = (element) => (element.getAttribute('aria-label') ?? element.textContent).replace(/\s+/g, ' ').trim();

function actions() {
  const found = document.querySelectorAll('main summary, main button, main a.button, .views a, .bar a, .bar button, .composers textarea, main input[type=search]');
  const known = new Set();
  return [...found].flatMap((element) => {
    if (!shown(element) || element.closest('.history li, dialog')) return [];
    const words = element.matches('textarea, input') ? (element.closest('form')?.querySelector('h2') ?? element.labels[0])?.textContent ?? '' : wordsOf(element);
    if (words === '' || known.has(words)) return [];
    known.add(words);
    const key = Object.keys(places).find((one) => placeOf(one) === element);
    return [{ words, key, element }];
  });
}

function openPalette() {
  choices = [...actions(), ...[...palette.querySelectorAll('[data-opens]')].map((button) => ({ words: wordsOf(button), key: '?', element: button }))];
  const field = palette.querySelector('input');
  field.value = '';
  palette.showModal();
  show('');
}

function show(typed) {
  const parts = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const found = choices.filter(({ words }) => parts.every((part) => words.toLowerCase().includes(part)));
  chosen = 0;
  const rows = found.map(({ words, key, element }, at) => {
    const row = document.createElement('li');
    row.id = `action-${at}`;
    row.setAttribute('role', 'option');
    row.append(words);
    if (key && single) row.append(Object.assign(document.createElement('kbd'), { textContent: key }));
    row.addEventListener('click', () => carryOut(element));
    return row;
  });
  palette.querySelector('ul').replaceChildren(...rows);
  palette.querySelector('.nothing').hidden = rows.length > 0;
  mark();
}

function mark() {
  const rows = [...palette.querySelectorAll('[role=option]')];
  for (const [at, row] of rows.entries()) row.setAttribute('aria-selected', String(at === chosen));
  rows[chosen]?.scrollIntoView({ block: 'nearest' });
  palette.querySelector('input').setAttribute('aria-activedescendant', rows[chosen]?.id ?? '');
}

function carryOut(element) {
  palette.close();
  if (element.dataset.opens) document.getElementById(element.dataset.opens).showModal();
  else act(element);
}

palette.addEventListener('input', ({ target }) => show(target.value));
palette.addEventListener('keydown', (pressed) => {
  const rows = palette.querySelectorAll('[role=option]');
  const by = { ArrowDown: 1, ArrowUp: -1 }[pressed.key];
  if (by !== undefined && rows.length > 0) {
    chosen = (chosen + by + rows.length) % rows.length;
    mark();
  } else if (pressed.key === 'Enter') rows[chosen]?.click();
  else return;
  pressed.preventDefault();
});
for (const dialog of [help, palette]) {
  dialog.addEventListener('click', ({ target }) => (target === dialog || target.closest('[data-close]')) && dialog.close());
}
