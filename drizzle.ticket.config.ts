import { defineConfig } from 'drizzle-kit';

export default defineConfig({ dialect: 'sqlite', driver: 'durable-sqlite', schema: './src/ticket/schema.ts', out: './migrations/ticket' });
