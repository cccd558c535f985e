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

// A mail shown as sent is as high as it is. Nothing runs in its frame, so it cannot say so itself.
document.addEventListener('load', (loaded) => {
  const frame = loaded.target;
  const page = frame instanceof HTMLIFrameElement ? frame.contentDocument?.documentElement : null;
  if (page) frame.style.height = `${Math.min(page.scrollHeight + 4, 2400)}px`;
}, true);
