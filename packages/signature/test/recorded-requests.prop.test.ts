import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReceivedRequest } from '../src/index.ts';
import { judge } from './judge.ts';
import { received, VERIFIABLE } from './recorded-requests.ts';

/** One place of a request where an edit can happen, as a text and a way to put the edited text back. */
interface Place {
  readonly text: string;
  readonly put: (edited: string) => ReceivedRequest;
}

const edits = fc.record({
  recorded: fc.constantFrom(...VERIFIABLE),
  place: fc.nat(),
  position: fc.nat(),
  deleted: fc.nat({ max: 3 }),
  inserted: fc.oneof(
    fc.string({ maxLength: 3 }),
    fc.constantFrom('%', '%00', '%20', '+', '&', '=', '&x=', '%26', '\t', ';', ',', '?', '#', '\u0100'),
  ),
});

describe('a recorded request', () => {
  it('is never accepted with another meaning, whatever is deleted from it or inserted into it', () => {
    fc.assert(
      fc.property(edits, ({ recorded, place, position, deleted, inserted }) => {
        const request = received(recorded);
        const key = { id: recorded.accessKeyId ?? '', secret: recorded.accessKeySecret ?? '' };
        const places = placesOf(request);
        const { text, put } = places[place % places.length] ?? { text: '', put: () => request };
        const start = position % (text.length + 1);
        const judgement = judge(put(text.slice(0, start) + inserted + text.slice(start + deleted)), key);
        if (judgement.accepted) expect(judgement).toEqual(judge(request, key));
      }),
      { numRuns: 4000 },
    );
  });
});

function placesOf(request: ReceivedRequest): Place[] {
  const { method, target, rawHeaders } = request;
  const body = Buffer.from(request.body).toString('latin1');
  return [
    { text: method, put: edited => ({ ...request, method: edited }) },
    { text: target, put: edited => ({ ...request, target: edited }) },
    { text: body, put: edited => ({ ...request, body: Buffer.from(edited, 'latin1') }) },
    ...rawHeaders.map((text, index) => ({
      text,
      put: (edited: string) => ({ ...request, rawHeaders: rawHeaders.toSpliced(index, 1, edited) }),
    })),
  ];
}
