/** The only door to the package that draws QR codes. */

import type { FC } from 'hono/jsx';
import { encode } from 'uqr';

/** Dark modules on light paper in both colour schemes, or telephones do not read it. One path, no script, no style. */
export const QrCode: FC<{ content: string; label: string }> = ({ content, label }) => {
  const { data, size } = encode(content, { ecc: 'M', border: 2 });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
};
