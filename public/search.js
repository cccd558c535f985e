// The first hits while one types. Enter searches, as without this script, unless one of them was chosen with the arrows.

const form = document.querySelector('form[data-hits]');
const [field, list, said] = ['input', '[role=listbox]', '[role=status]'].map((one) => form.querySelector(one));

const REST_MS = 150;
const FEWEST_CHARACTERS = 2;
let waits = 0;
let asking = false;
let chosen = -1;

for (const [name, value] of Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-controls': list.id, 'aria-expanded': 'false' })) field.setAttribute(name, value);
// A page that follows its list would take these off again.
field.dataset.own = '';

const typed = () => field.value.trim();

function show(rows, says = '') {
  list.replaceChildren(...rows);
  list.hidden = rows.length === 0;
  field.setAttribute('aria-expanded', String(!list.hidden));
  said.textContent = says;
  mark(-1);
}

function mark(at) {
  chosen = at;
  for (const [place, row] of [...list.children].entries()) row.setAttribute('aria-selected', String(place === at));
  list.children[at]?.scrollIntoView({ block: 'nearest' });
  field.setAttribute('aria-activedescendant', list.children[at]?.id ?? '');
}

// One request at a time; what was typed meanwhile is asked for when its answer is there, which is then no longer shown.
function look() {
  waits = 0;
  const asked = typed();
  if (asked.length < FEWEST_CHARACTERS) return show([]);
  if (asking) return;
  asking = true;
  askFor(form.dataset.hits + encodeURIComponent(asked), ({ response }) => {
    asking = false;
    if (typed() !== asked) return waits === 0 ? look() : undefined;
    const found = response?.querySelector('.hits');
    if (document.activeElement === field) show([...(found?.children ?? [])].map((row) => document.importNode(row, true)), found?.dataset.says);
  });
}

field.addEventListener('input', () => {
  clearTimeout(waits);
  waits = setTimeout(look, REST_MS);
});

field.addEventListener('keydown', (pressed) => {
  const { key } = pressed;
  if (pressed.isComposing) return;
  const rows = list.children.length;
  if (key === 'ArrowDown' && rows === 0) look();
  else if (key === 'ArrowDown' && rows > 0) mark((chosen + 1) % rows);
  else if (key === 'ArrowUp' && rows > 0) mark(chosen <= 0 ? rows - 1 : chosen - 1);
  else if (key === 'Enter' && chosen >= 0) list.children[chosen].click();
  else if (key === 'Escape' && rows > 0) show([]);
  else return;
  pressed.preventDefault();
  // Escape closes the hits first; what else it does comes with the next.
  pressed.stopPropagation();
});

// A click takes the focus only once it is over.
list.addEventListener('mousedown', (pressed) => pressed.preventDefault());
field.addEventListener('blur', () => show([]));
