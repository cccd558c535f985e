import type { Child, FC } from 'hono/jsx';

type ButtonProps = {
  /** One `main` button a form; `plain` beside it; `danger` where it hurts; `link` where it is only a word. */
  look?: 'main' | 'plain' | 'danger' | 'link' | undefined;
  name?: string | undefined;
  value?: string | undefined;
  /** Added for screen readers, where the word alone does not say what it acts on. */
  says?: string | undefined;
  /** The single key that presses it, as the page's script has it. */
  shortcut?: string | undefined;
  children?: Child;
};

/** Sends its form. */
export const Button: FC<ButtonProps> = ({ look, name, value, says, shortcut, children }) => (
  <button type="submit" class={look ?? 'main'} name={name} value={value} aria-keyshortcuts={shortcut}>{children}{shortcut !== undefined && <kbd aria-hidden="true">{shortcut}</kbd>}{says !== undefined && <span class="only-heard"> {says}</span>}</button>
);
