/** What an export is made of: rows as the tables keep them, so that nothing is lost between two desks of one release or a later one. */

/** A row by its columns; JSON and truth values as the table keeps them. */
export type StoredRow = Record<string, string | number | null>;

/** A row of a ticket object's table. */
export type TicketLine = { table: string; row: StoredRow };

/** Where rows go on: after this row of that table. */
export type RowPlace = { table: string; after: number };

/** The form of the files. A later release reads what an earlier one wrote. */
export const EXPORT_FORMAT = 1;

/**
 * Whether a desk may replace an export by a new one of its own. Numbers are only ever added: a desk that has fewer of them than its last export has
 * lost some, and that export is what they are got back from. `highest`: of the desk; `exported`: of the export; null: there is none.
 */
export function mayReplaceExport(highest: number, exported: number | null): boolean {
  return exported === null || highest >= exported;
}
