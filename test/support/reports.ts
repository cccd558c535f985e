/** Delivery reports with defaults: what the rules read of them. */

import type { Reporting } from '../../src/rules/bounce.ts';
import type { Header } from '../../src/rules/mail.ts';
import { address } from './builders.ts';

/** Header fields written as in a mail: `Name: value` lines. */
export function fields(written: string): Header[] {
  return written.trim().split('\n').map((line) => {
    const [, name = '', value = ''] = /^\s*([^:]+):\s*(.*)$/.exec(line) ?? [];
    return { name: name.toLowerCase(), value };
  });
}

export function aReport(with_: Partial<Reporting> = {}): Reporting {
  return {
    headers: [],
    from: { address: address('mailer-daemon@mx.example'), name: 'Mail Delivery System' },
    to: [{ address: address('support@dtnet.de'), name: '' }],
    subject: 'Undelivered Mail Returned to Sender',
    text: '',
    report: null,
    ...with_,
  };
}

/** A report with the fields of RFC 3464; each group as it is written, the one about the whole mail left out. */
export function aStatusReport(groups: string[], returned = ''): Reporting {
  const status = [fields('Reporting-MTA: dns; mx.example'), ...groups.map(fields)];
  return aReport({ report: { status, feedback: [], returned: returned === '' ? [] : fields(returned) } });
}
