// Comforts; every page works without them.

// ⌘↵ or Ctrl+↵ sends the form one writes in.
document.addEventListener('keydown', (pressed) => {
  const form = pressed.target instanceof HTMLTextAreaElement ? pressed.target.form : null;
  if (form !== null && pressed.key === 'Enter' && (pressed.ctrlKey || pressed.metaKey)) form.requestSubmit();
});

// A second click while the first is under way would write the same text twice.
const underWay = new WeakSet();
document.addEventListener('submit', (sent) => {
  if (underWay.has(sent.target)) sent.preventDefault();
  underWay.add(sent.target);
  // The page can stay, as with a download or after Escape.
  setTimeout(() => underWay.delete(sent.target), 8000);
});
addEventListener('pageshow', (shown) => {
  if (shown.persisted) location.reload();
});
