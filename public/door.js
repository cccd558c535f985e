// Keys for mails at the door. Each presses a button of the mail where the focus is, or of the only one there is.

const keys = { a: 'admit', t: 'open', x: 'refuse' };
const mails = () => [...document.querySelectorAll('[data-mail]')];
const here = () => document.activeElement?.closest('[data-mail]');

function go(by) {
  const all = mails();
  const at = all.indexOf(here());
  const next = all[at < 0 ? 0 : Math.min(Math.max(at + by, 0), all.length - 1)];
  next?.querySelector('a, button')?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

document.addEventListener('keydown', (pressed) => {
  const { key, target } = pressed;
  const off = document.body.dataset.keys === 'off' || pressed.ctrlKey || pressed.metaKey || pressed.altKey || pressed.isComposing;
  // A key that is held down would decide about one mail after another.
  if (off || pressed.repeat || target.closest('input, textarea, select, dialog')) return;
  if (key === 'j' || key === 'k') return go(key === 'j' ? 1 : -1);
  const all = mails();
  const mail = here() ?? (all.length === 1 ? all[0] : undefined);
  mail?.querySelector(`button[name=decision][value=${keys[key] ?? 'none'}]`)?.click();
});

// Whoever just decided goes on with the next.
if (new URLSearchParams(location.search).has('done')) go(1);
