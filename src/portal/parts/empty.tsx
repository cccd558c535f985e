import type { Child, FC } from 'hono/jsx';

/** Where a list has nothing: what that means, and what to do. */
export const Empty: FC<{ title: string; children?: Child }> = ({ title, children }) => (
  <div class="empty">
    <p><strong>{title}</strong></p>
    {children}
  </div>
);
