// The server's program as a few files: most of a start would otherwise be the opening of hundreds.
import { join } from 'node:path';
import { defineConfig } from 'rolldown';

const server = join(import.meta.dirname, '../../apps/server');

export default defineConfig({
  input: { main: join(server, 'src/main.ts') },
  platform: 'node',
  resolve: { conditionNames: ['source'] },
  // What is, or finds, machine code by its place in node_modules; and what nobody has installed.
  external: ['better-sqlite3', '@node-rs/argon2', 'pg-native'],
  output: {
    dir: join(server, 'dist/bundle'),
    cleanDir: true,
    // `require` takes from a module of Node what is used; an import reads all that it exports, which has node:http load a
    // whole client.
    format: 'cjs',
    dynamicImportInCjs: false,
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name].cjs',
    sourcemap: true,
    // Names and lines stay, for stack traces. Comments are half of the text, and one character outside of ASCII doubles it.
    comments: false,
    minify: { compress: false, mangle: false, codegen: { removeWhitespace: false, asciiOnly: true } },
  },
});
