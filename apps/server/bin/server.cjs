// The server's program as it is built, with the machine code of its earlier starts at hand.
const { enableCompileCache } = require('node:module');
const { join } = require('node:path');

const bundle = join(__dirname, '../dist/bundle');
// Beside the program, since whoever can write there can change the program too. Where this user cannot, it does without.
enableCompileCache(join(bundle, 'compile-cache'));
require(join(bundle, 'main.cjs'));
