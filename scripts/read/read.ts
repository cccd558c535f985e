/** `npm run -s read -- FILE|FOLDER…`: how the inbound path reads mails, as one line of JSON each. */

import { mailPaths } from './mail-paths.ts';
import { fromFile, readMails } from './read-mails.ts';

const asked = process.argv.slice(2);
if (asked.length === 0) {
  console.error('Which mails? npm run -s read -- FILE|FOLDER…');
  process.exit(1);
}

// A reader that has seen enough, as `head`, is no fault.
process.stdout.on('error', () => process.exit(0));

for await (const line of readMails(mailPaths(asked, process.env['INIT_CWD'] ?? process.cwd()).map(fromFile))) {
  if (!process.stdout.write(`${JSON.stringify(line)}\n`)) await new Promise((resolve) => process.stdout.once('drain', resolve));
}
