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
  z: '[aria-keyshortcuts=z]',
  '/': 'input[type=search]',
};
const views = { m: '/desk', a: '/desk?view=open', u: '/desk?view=nobody' };

const shown = (element) => element.checkVisibility();
// Where one stands comes first: f forwards the text that one has moved to.
const placeOf = (key) => [here(), document].flatMap((within) => [...(within?.querySelectorAll(places[key] ?? '#none') ?? [])]).find(shown);

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

// In a list a key goes to the form for many: for the selected tickets, or the one where one stands; a page then shows what would be
// done. What has no place there opens the ticket and is done on it.
const bulk = document.getElementById('bulk');
const acts = { i: '[value^="owner:"]', e: '[value="status:closed"]', w: '[value="status:waiting"]', l: '[value=label]' };
const inList = (key) => bulk !== null && (key in acts || 'arnfm'.includes(key));

function actOnRows(key) {
  if (key in acts) return choose(bulk.querySelector(acts[key]));
  if (key === 'a') return bulk.elements.act.focus();
  if (here()) sessionStorage.setItem('key', key);
  here()?.querySelector('.c-subject a').click();
}

function choose(option) {
  const selected = () => document.querySelector('.tickets :checked');
  if (!selected()) here()?.querySelector('input[type=checkbox]').click();
  option.selected = true;
  if (!option.value.includes(':')) bulk.elements.value.focus();
  else if (selected()) bulk.querySelector('button[value=selected]').click();
}

// The list one came from is kept by the window, so that a ticket knows its neighbours in it; on the pages before and after, too.
const number = /^\/tickets\/(\d+)$/.exec(location.pathname)?.[1];
const keep = (page, href) => {
  const listed = [...page.querySelectorAll('.wide-list tr[id]')].map((row) => row.id.slice('ticket-'.length));
  const [prev, next] = ['prev', 'next'].map((rel) => page.querySelector(`.pages [rel=${rel}]`)?.getAttribute('href'));
  if (listed.length > 0) sessionStorage.setItem('list', JSON.stringify({ href, listed, prev, next }));
  return listed;
};
const keepThis = () => keep(document, location.pathname + location.search);
keepThis();
document.addEventListener('refreshed', keepThis);
const list = JSON.parse(sessionStorage.getItem('list') ?? '{"href":"/desk","listed":[]}');
const beside = (rel) => document.querySelector(`.neighbours [rel=${rel}]`);

function neighbour(rel) {
  const at = list.listed.indexOf(number);
  const next = list.listed[at + (rel === 'next' ? 1 : -1)];
  // Another window had the list.
  if (at < 0) return beside(rel)?.click();
  if (next) return toTicket(next);
  if (!list[rel]) return tell(rel);
  askFor(list[rel], ({ response }) => {
    const further = response ? keep(response, list[rel]).at(rel === 'next' ? 0 : -1) : undefined;
    if (further) toTicket(further);
    else tell(rel);
  });
}

const toTicket = (next) => location.assign(`/tickets/${next}`);

function tell(what, of = '') {
  const said = document.getElementById('said');
  said.textContent = said.dataset[what].replace('%s', of);
  setTimeout(() => (said.textContent = ''), 4000);
}

document.addEventListener('click', (clicked) => {
  const way = clicked.target.closest?.('.neighbours a');
  if (!way || !list.listed.includes(number) || clicked.ctrlKey || clicked.metaKey || clicked.shiftKey) return;
  clicked.preventDefault();
  if (way.rel) neighbour(way.rel);
  else location.assign(list.href);
});

function copyNumber() {
  if (number) navigator.clipboard.writeText(`#${number}`).then(() => tell('copied', `#${number}`), () => {});
}

// Where there is no search it is on the list one came from.
function toSearch() {
  sessionStorage.setItem('key', '/');
  location.assign(list.href);
}

const others = {
  j: () => move(1),
  k: () => move(-1),
  x: () => here()?.querySelector('input[type=checkbox]')?.click(),
  u: () => location.assign(list.href),
  '/': toSearch,
  '[': () => neighbour('prev'),
  ']': () => neighbour('next'),
  '.': copyNumber,
  '?': showHelp,
};

// What `others` need to do anything; the rest of them always do.
const mails = () => document.querySelector('[data-mail]');
const box = () => document.querySelector('main textarea');
const inAList = (rel) => list.listed.includes(number) || beside(rel);
const needs = { j: () => stops()[0] ?? mails(), k: () => stops()[0] ?? mails(), Enter: () => stops()[0], 'Ctrl Enter': box, Esc: box, x: () => bulk, '.': () => number, '[': () => inAList('prev'), ']': () => inAList('next') };
const works = (key) => (key in needs ? needs[key]() : key in others || !(key in places) || placeOf(key) || inList(key));

// The help has what works on this page.
function showHelp() {
  for (const line of help.querySelectorAll('dl > div')) line.hidden = line.closest('[data-at=door]') ? !mails() : !works(line.dataset.key);
  help.showModal();
}

const waiting = sessionStorage.getItem('key');
sessionStorage.removeItem('key');
if (waiting && placeOf(waiting)) act(placeOf(waiting));

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
  const way = led > Date.now() ? views[key] : undefined;
  led = key === 'g' ? Date.now() + 1500 : 0;
  const place = way === undefined ? placeOf(key) : undefined;
  if (way !== undefined) location.assign(way);
  else if (place) act(place);
  else if (inList(key)) actOnRows(key);
  else if (others[key]) others[key]();
  else return;
  pressed.preventDefault();
});

// Escape leaves a field, so that the next key is a command again; what is typed stays.
document.addEventListener('keydown', ({ key, target }) => {
  if (key === 'Escape' && target.matches?.('textarea, input') && !target.closest('dialog')) target.blur();
});

// The palette: all that can be done on this page, found by its words; and the search.
let choices = [];
let chosen = 0;

const wordsOf = (element) => (element.getAttribute('aria-label') ?? [...element.childNodes].map((node) => (node.nodeName === 'KBD' || node.className === 'count' ? '' : node.textContent)).join('')).replace(/\s+/g, ' ').trim();
const titleOf = (field) => (field.closest('form')?.querySelector('h2') ?? field.labels[0])?.textContent ?? '';

function actions() {
  // What has a key is done most; the ways elsewhere come last.
  const found = ['main summary, main button, main a.button, .neighbours a, .facts p > a, .history > header a, .history a[href$="/split"], .composers textarea, main input[type=search]', '.views a, .bar a:not(.brand), .bar button'].flatMap((some) => [...document.querySelectorAll(some)]);
  const keyOf = (element) => Object.keys(places).find((key) => placeOf(key) === element);
  const known = new Set();
  const keyed = Object.keys(places).flatMap((key) => placeOf(key) ?? []);
  return [...new Set([...keyed, ...found])].flatMap((element) => {
    const [key, words] = [keyOf(element), element.matches('textarea, input') ? titleOf(element) : wordsOf(element)];
    if (words === '' || known.has(words) || !shown(element) || element.closest('dialog') || (element.closest('.history li') && !key && !element.href)) return [];
    known.add(words);
    return [{ words, key, does: () => act(element) }];
  });
}

function changes() {
  const options = [...(bulk?.querySelectorAll('optgroup option') ?? [])];
  return options.map((option) => ({ words: `${option.parentElement.label}: ${option.text}`, key: Object.keys(acts).find((key) => bulk.querySelector(acts[key]) === option), does: () => choose(option) }));
}

function ways() {
  const links = [...palette.querySelectorAll('[data-key]')].filter((link) => !document.querySelector(`.views a[href="${link.getAttribute('href')}"]`));
  return links.map((link) => ({ words: wordsOf(link), key: link.dataset.key, does: () => link.click() }));
}

function openPalette() {
  choices = [...actions(), ...changes(), ...ways(), { words: palette.dataset.help, key: '?', does: showHelp }];
  const field = palette.querySelector('input');
  field.value = '';
  palette.showModal();
  show('');
}

function show(typed) {
  const parts = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const begins = ({ words }) => Number(words.toLowerCase().startsWith(parts[0] ?? ''));
  const found = choices.filter(({ words }) => parts.every((part) => words.toLowerCase().includes(part))).sort((one, other) => begins(other) - begins(one));
  const search = { words: palette.dataset.search.replace('%s', () => typed.trim()), does: () => location.assign(`/desk?q=${encodeURIComponent(typed.trim())}`) };
  chosen = 0;
  const rows = [...found, ...(parts.length > 0 ? [search] : [])].map(({ words, key, does }, at) => {
    const row = document.createElement('li');
    row.id = `action-${at}`;
    row.setAttribute('role', 'option');
    row.append(words);
    if (key && single) row.append(Object.assign(document.createElement('kbd'), { textContent: key }));
    row.addEventListener('click', () => {
      palette.close();
      does();
    });
    return row;
  });
  palette.querySelector('ul').replaceChildren(...rows);
  mark();
}

function mark() {
  const rows = [...palette.querySelectorAll('[role=option]')];
  for (const [at, row] of rows.entries()) row.setAttribute('aria-selected', String(at === chosen));
  rows[chosen]?.scrollIntoView({ block: 'nearest' });
  palette.querySelector('input').setAttribute('aria-activedescendant', rows[chosen]?.id ?? '');
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
