import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'sqlite',
  schema: ['./src/directory/schema.ts', './src/ticket-index/schema.ts', './src/scheduled/schema.ts'],
  out: './migrations/d1',
});
