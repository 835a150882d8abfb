/**
 * Runs src/main.ts. Once tsx's hooks are set every import costs several times as much, so that the packages that serving
 * needs are loaded before: a third of the start.
 */
if (process.argv[2] === 'serve') {
  const packages = [
    'graphql-yoga',
    '@pothos/core',
    'drizzle-orm/postgres-js',
    'drizzle-orm/migrator',
    'postgres',
    'zod',
    'pino',
    'pinyin-pro',
  ];
  await Promise.all(packages.map((name) => import(name)));
}
const { register } = await import('tsx/esm/api');
register();
await import('../src/main.ts');
