// drizzle-kit writes the ticket's migrations as JavaScript.
declare module '*/migrations/ticket/migrations.js' {
  const migrations: { journal: { entries: { idx: number; when: number; tag: string; breakpoints: boolean }[] }; migrations: Record<string, string> };
  export default migrations;
}

declare module '*.sql' {
  const statements: string;
  export default statements;
}
