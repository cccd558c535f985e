/** `npm run corpus`: how many of other projects' mails we read as their tests expect. `-- --misses FIELD` shows each that we do not. */

import { readMails } from '../read/read-mails.ts';
import { option } from '../start/arguments.ts';
import { fields } from './checks.ts';
import { corpusFolder, readExpectations } from './expectations.ts';
import { mailOf } from './mail-of.ts';
import { score, type Score } from './score.ts';
import { table } from './table.ts';

const expectations = readExpectations();
if (expectations === null) {
  console.log(`There is no corpus at ${corpusFolder}; nothing to compare.`);
  process.exit(0);
}
const asked = option(process.argv.slice(2), '--misses');
if (asked !== undefined && !fields.some((field) => field === asked)) {
  console.error(`--misses is one of: ${fields.join(', ')}`);
  process.exit(1);
}

const byPath = new Map(expectations.map((expectation) => [expectation.path, expectation]));
const scores: Score[] = [];
const faults: string[] = [];
for await (const line of readMails([...byPath].map(([path, expectation]) => ({ file: path, bytes: () => mailOf(expectation) })))) {
  if (line.error !== null) faults.push(`${line.file}: ${line.error}`);
  else scores.push(...expectations.filter(({ path }) => path === line.file).flatMap((expectation) => score(expectation, line)));
}

for (const miss of scores.filter((one) => one.field === asked && one.result !== 'right')) console.log(JSON.stringify(miss));
if (asked === undefined) console.log(table(scores));
console.log(`${byPath.size} mails read, ${faults.length} faults`);
faults.forEach((fault) => console.log(fault));
