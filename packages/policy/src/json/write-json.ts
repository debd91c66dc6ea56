import type { JsonNode } from './json.ts';

/** The value as a JSON text on one line: what was read, without its white space and with its numbers as written. */
export function writeJson(node: JsonNode): string {
  switch (node.type) {
    case 'object': {
      const members = [...node.members].map(
        ([name, { value }]) => `${JSON.stringify(name)}:${writeJson(value)}`,
      );
      return `{${members.join(',')}}`;
    }
    case 'list':
      return `[${node.items.map(writeJson).join(',')}]`;
    case 'string':
      return JSON.stringify(node.value);
    default:
      return node.text;
  }
}
