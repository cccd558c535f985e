// Vite's way to read files at build time; workerd has no file system.
interface ImportMeta {
  glob<Content>(pattern: string, options: { query: '?raw'; import: 'default'; eager: true }): Record<string, Content>;
}
