/** Version of the release; the same as in package.json, which a start need not read. */
export const VERSION = '0.1.0';
