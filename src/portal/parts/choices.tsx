import type { FC } from 'hono/jsx';

type Choice = { href: string; label: string; count?: number | undefined; current: boolean };

/** Links that show one of several lists, side by side. */
export const Choices: FC<{ label: string; choices: Choice[] }> = ({ label, choices }) => (
  <nav class="choices" aria-label={label}>
    {choices.map(({ href, label: name, count, current }) => (
      <a href={href} aria-current={current ? 'page' : undefined}>{name}{count !== undefined && <span class="count">{count}</span>}</a>
    ))}
  </nav>
);
