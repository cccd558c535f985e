import type { Child, FC } from 'hono/jsx';

/** The page's one h1; `children` beside it. */
export const Heading: FC<{ title: string; lead?: string | undefined; children?: Child }> = ({ title, lead, children }) => (
  <header class="heading">
    <div>
      <h1>{title}</h1>
      {lead !== undefined && <p class="lead">{lead}</p>}
    </div>
    {children}
  </header>
);
