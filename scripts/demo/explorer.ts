/** SQL on a running local desk, through wrangler's local explorer. It exists on this machine only. */

export type Sql = { sql: string; params?: (string | number | null)[] };
export type Row = unknown[];

/** Parameters of D1's door are texts only; SQLite makes numbers of them where a column holds numbers. */
export async function askDirectory(url: string, { sql, params }: Sql): Promise<Row[]> {
  const [first] = (await post(url, 'd1/database/00000000-0000-0000-0000-000000000000/raw', { sql, params: (params ?? []).map(String) })).result;
  return first.results.rows;
}

/** Runs the queries in the ticket's object; returns the rows of the last one. */
export async function askTicket(url: string, number: number, queries: Sql[]): Promise<Row[]> {
  const body = { durable_object_name: String(number), queries: queries.map(({ sql, params }) => ({ sql, params: params ?? [] })) };
  return (await post(url, 'workers/durable_objects/namespaces/vorgang-TicketObject/query', body)).result.at(-1)?.rows ?? [];
}

async function post(url: string, path: string, body: object) {
  const answer = await fetch(`${url}/cdn-cgi/local/explorer/api/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`The local explorer answered ${answer.status}: ${await answer.text()}`);
  return JSON.parse(await answer.text());
}
