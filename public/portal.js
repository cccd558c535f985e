// Comforts; every page works without them.

// ⌘↵ or Ctrl+↵ sends the form one writes in.
document.addEventListener('keydown', (pressed) => {
  const form = pressed.target instanceof HTMLTextAreaElement ? pressed.target.form : null;
  if (form !== null && pressed.key === 'Enter' && (pressed.ctrlKey || pressed.metaKey)) form.requestSubmit();
});

// A second click while the first is under way would write the same text twice.
let underWay = new WeakSet();
document.addEventListener('submit', (sent) => {
  if (underWay.has(sent.target)) sent.preventDefault();
  underWay.add(sent.target);
  // The page can stay, as with a download or after Escape.
  setTimeout(() => underWay.delete(sent.target), 8000);
});
// Back brings the page as it was left, also what it remembered.
addEventListener('pageshow', () => {
  underWay = new WeakSet();
});

// A page, for whichever script wants something of it. Not fetch: a request for a document needs no parsing by us, which trusted
// types forbid.
function askFor(address, then) {
  const ask = new XMLHttpRequest();
  ask.open('GET', address);
  ask.responseType = 'document';
  ask.addEventListener('loadend', () => then(ask));
  ask.send();
}

// A mail shown as sent is as high as it is. Nothing runs in its frame, so it cannot say so itself.
const highest = 2400;
const watched = new ResizeObserver((changes) => {
  for (const { target } of changes) fit(target.ownerDocument.defaultView?.frameElement, target);
});

function fit(frame, page) {
  if (!frame) return;
  const around = frame.offsetHeight - frame.contentWindow.innerHeight;
  const height = Math.ceil(page.getBoundingClientRect().height) + 1;
  frame.style.height = `${Math.min(height, highest) + around}px`;
  frame.style.resize = height > highest ? 'vertical' : 'none';
}

function follow(frame) {
  const page = frame.contentDocument?.documentElement;
  if (!page || frame.contentWindow.location.href === 'about:blank') return;
  fit(frame, page);
  watched.observe(page);
}

document.addEventListener('load', (loaded) => {
  if (loaded.target instanceof HTMLIFrameElement) follow(loaded.target);
}, true);
// Some were there before this ran.
for (const frame of document.querySelectorAll('iframe')) if (frame.contentDocument?.readyState === 'complete') follow(frame);
