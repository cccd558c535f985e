// Pages that keep themselves up to date. A socket says that something changed; the page then fetches itself again and takes over
// what differs. What somebody is typing is never touched. Without this, a page is as old as its last load.

const main = document.querySelector('main[data-live]');
let socket = null;
let waitMs = 1000;
let wasOpen = false;

function connect() {
  socket = new WebSocket(new URL(main.dataset.live, location.href).href.replace(/^http/, 'ws'));
  socket.addEventListener('open', () => {
    waitMs = 1000;
    if (wasOpen) refresh();
    wasOpen = true;
  });
  socket.addEventListener('message', ({ data }) => {
    if (data === 'pong') return;
    const told = JSON.parse(data);
    if (told.kind === 'changed') soon();
    else showPresence(told);
  });
  socket.addEventListener('close', ({ code }) => {
    showPresence({ looking: [], writing: [] });
    // The session or the right is over (src/live/watching.ts); a page with something typed in it stays to be copied.
    if (code === 4401 || code === 4403) return isBusy(main) || location.reload();
    setTimeout(connect, waitMs * (0.5 + Math.random()));
    waitMs = Math.min(waitMs * 2, 60_000);
  });
}

const say = (what) => socket?.readyState === WebSocket.OPEN && socket.send(what);

// Several changes in a row are one look; lists are many, so they wait longer and not all the same time.
let waits = 0;
function soon() {
  const ticket = main.dataset.live.startsWith('/tickets/');
  waits ||= setTimeout(refresh, ticket ? 100 : 400 + Math.random() * 800);
}

let fetching = false;
let again = false;
function refresh() {
  waits = 0;
  // A form that came back stands at the address it was sent to.
  if (location.pathname !== new URL(main.dataset.here, location.href).pathname) return;
  if (fetching) return void (again = true);
  fetching = true;
  askFor(location.pathname + location.search, (ask) => {
    fetching = false;
    const led = new URL(ask.responseURL || location.href).pathname !== location.pathname;
    if (led && !isBusy(main)) return location.assign(ask.responseURL);
    if (!led && ask.status === 200) takeOver(ask.response);
    if (again) {
      again = false;
      soon();
    }
  });
}

let arrived = [];
function takeOver(page) {
  const fresh = page?.querySelector('main[data-live]');
  if (!fresh) return;
  arrived = [];
  match(main, fresh);
  document.title = page.title;
  const place = document.getElementById('news');
  for (const entry of arrived) entry.dataset.arrived = '';
  if (place && arrived.length > 0) place.textContent = place.dataset.arrived.replace('%s', arrived.map((entry) => entry.querySelector('h3')?.textContent ?? '').join(', '));
  document.dispatchEvent(new Event('refreshed'));
}

// Makes an element like the fresh one and keeps what its reader did to it: opened, scrolled, typed, chose.
function match(old, fresh) {
  if (old.isEqualNode(fresh) || 'own' in old.dataset || (old.nodeName === 'FORM' && isBusy(old))) return;
  const own = old.nodeName === 'INPUT' && old.type !== 'hidden' ? [...kept, 'value', 'checked'] : kept;
  for (const { name } of [...old.attributes]) if (!fresh.hasAttribute(name) && !own.includes(name)) old.removeAttribute(name);
  for (const { name, value } of fresh.attributes) if (old.getAttribute(name) !== value && !own.includes(name)) old.setAttribute(name, value);
  if (old.nodeName !== 'IFRAME') matchChildren(old, fresh);
}
const kept = ['open', 'style', 'data-at', 'data-arrived', 'height'];

function matchChildren(old, fresh) {
  let at = old.firstChild;
  for (const child of [...fresh.childNodes]) {
    const twin = twinOf(child, at, old);
    if (!twin) {
      const node = document.importNode(child, true);
      old.insertBefore(node, at);
      if (node.id?.startsWith('article-')) arrived.push(node);
      continue;
    }
    if (child.id && twin !== at) old.insertBefore(twin, at);
    else {
      at = drop(at, twin);
      at = at.nextSibling;
    }
    if (twin.nodeType === Node.ELEMENT_NODE) match(twin, child);
    else if (twin.data !== child.data) twin.data = child.data;
  }
  drop(at, null);
}

// Removes the siblings before `end`, but nothing in which somebody types.
function drop(from, end) {
  let at = from;
  while (at && at !== end) {
    const next = at.nextSibling;
    if (!isBusy(at)) at.remove();
    at = next;
  }
  return at;
}

function twinOf(child, at, old) {
  if (child.id) return [...old.children].find((one) => one.id === child.id && one.nodeName === child.nodeName);
  for (let one = at; one; one = one.nextSibling) if (isAlike(one, child)) return one;
  return null;
}

const isAlike = (one, other) => one.nodeName === other.nodeName && !one.id && one.classList?.[0] === other.classList?.[0];

function isBusy(node) {
  if (node.nodeType !== Node.ELEMENT_NODE) return false;
  const fields = 'textarea, select, input:not([type=hidden])';
  return [...(node.matches(fields) ? [node] : []), ...node.querySelectorAll(fields)].some((field) => {
    if (field.type === 'file') return field.files.length > 0;
    if (field.type === 'checkbox' || field.type === 'radio') return field.checked !== field.defaultChecked;
    if (field.nodeName !== 'SELECT') return field.value !== field.defaultValue;
    const chosen = [...field.options].findIndex((option) => option.defaultSelected);
    return field.selectedIndex !== Math.max(chosen, 0);
  });
}

function showPresence({ looking, writing }) {
  const place = document.getElementById('presence');
  if (!place) return;
  const parts = [[writing, place.dataset.writing], [looking, place.dataset.looking]].filter(([names]) => names.length > 0);
  place.textContent = parts.map(([names, words]) => words.replace('%s', names.join(', '))).join(' · ');
  place.hidden = parts.length === 0;
}

// Whoever stops for a while, empties the box or sends, writes no longer.
let writes = 0;
document.addEventListener('input', ({ target }) => {
  if (!(target instanceof HTMLTextAreaElement) || !target.closest('.box')) return;
  clearTimeout(writes);
  say(target.value.trim() === '' ? 'idle' : 'writing');
  writes = setTimeout(say, 15_000, 'idle');
});

// The link of an article that is here leads to it without loading the page, which may hold something typed.
document.addEventListener('click', (clicked) => {
  const link = clicked.target instanceof Element ? clicked.target.closest('a.when') : null;
  const entry = link && document.getElementById(new URL(link.href).hash.slice(1));
  if (!entry || clicked.ctrlKey || clicked.metaKey || clicked.shiftKey) return;
  clicked.preventDefault();
  history.replaceState(null, '', link.href);
  entry.scrollIntoView({ block: 'start' });
});

if (main) {
  connect();
  setInterval(() => say('ping'), 45_000);
  addEventListener('pagehide', () => socket?.close(1000));
}
