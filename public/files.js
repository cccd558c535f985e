// Files can be dropped on a form or pasted into it, and each that was chosen is named and can be left out again. Without this
// script the field takes files alone.

/** Every time one chooses, browsers forget what was chosen before. */
const held = new WeakMap();

const inputOf = (target) => target.closest?.('form')?.querySelector('input[type=file][data-leave-out]');

function hold(input, files) {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  input.files = transfer.files;
  held.set(input, files);
  placeFor(input).replaceChildren(...files.map((file, at) => chip(input, file, at)));
}

function add(input, files) {
  hold(input, [...(held.get(input) ?? []), ...files]);
}

// Its own, so that a page which follows its ticket leaves it alone.
function placeFor(input) {
  const next = input.nextElementSibling;
  if (next?.matches('.chips')) return next;
  const list = Object.assign(document.createElement('ul'), { className: 'chips' });
  list.dataset.own = '';
  input.after(list);
  return list;
}

function chip(input, file, at) {
  const leaveOut = input.dataset.leaveOut.replace('%s', file.name);
  const button = Object.assign(document.createElement('button'), { type: 'button', className: 'off', textContent: '×', title: leaveOut });
  button.setAttribute('aria-label', leaveOut);
  button.addEventListener('click', () => {
    hold(input, held.get(input).toSpliced(at, 1));
    (placeFor(input).querySelector('button') ?? input).focus();
  });
  const item = document.createElement('li');
  item.append(Object.assign(document.createElement('span'), { textContent: file.name }), button);
  return item;
}

document.addEventListener('change', ({ target }) => {
  if (target.matches('input[type=file][data-leave-out]')) add(target, [...target.files]);
});

// What is copied from a table or a letter is a picture too; it is meant as words.
document.addEventListener('paste', (pasted) => {
  const input = inputOf(pasted.target);
  const { files, types } = pasted.clipboardData;
  if (!input || files.length === 0 || types.includes('text/plain')) return;
  pasted.preventDefault();
  add(input, [...files].map(named));
});

/** Browsers call every pasted picture the same. */
function named(file) {
  if (file.name !== 'image.png') return file;
  const time = new Date().toTimeString().slice(0, 8).replaceAll(':', '.');
  return new File([file], `screenshot ${time}.png`, { type: file.type });
}

function mark(form) {
  for (const other of document.querySelectorAll('.dropping')) if (other !== form) other.classList.remove('dropping');
  form?.classList.add('dropping');
}

// A file beside the form would take the place of the page, and of what was typed.
document.addEventListener('dragover', (drag) => {
  if (!drag.dataTransfer.types.includes('Files')) return;
  drag.preventDefault();
  const input = inputOf(drag.target);
  drag.dataTransfer.dropEffect = input ? 'copy' : 'none';
  mark(input?.form);
});
document.addEventListener('dragleave', ({ relatedTarget }) => relatedTarget ?? mark());
document.addEventListener('drop', (drop) => {
  if (!drop.dataTransfer.types.includes('Files')) return;
  drop.preventDefault();
  mark();
  const input = inputOf(drop.target);
  if (input) add(input, [...drop.dataTransfer.files]);
});
