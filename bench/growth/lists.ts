/** The first page of every list in an account with few users and in one with many, in turns. */
import type { ServerProcess } from '../../e2e/server-process.ts';
import { signedRequest } from '../../e2e/signed-request.ts';
import { type Conversation, converse, stayAwake } from '../load/client.ts';
import { median } from '../load/figures.ts';
import { requestBytes } from '../load/request-bytes.ts';
import type { ListCall } from './list-calls.ts';
import { each, type Pair } from './pair.ts';

/** How often a list is called by turns in one round. */
const TURNS = 10;

/** What a call took, by rounds. */
export interface ListFigures {
  readonly title: string;
  /** Medians of rounds, in milliseconds. */
  readonly small: readonly number[];
  readonly large: readonly number[];
}

/** Members that tell how much there is beside the page. */
const COUNTS: readonly string[] = ['RequestId', 'AttachmentCount', 'TotalCount'];
/** The answer is about the whole account. */
const ABOUT_ALL: readonly string[] = ['ListRecentGovernanceMetrics'];

const governanceReport = { product: 'Ims', action: 'GenerateGovernanceReport', parameters: {} } as const;

/**
 * Measures every call. Milliseconds are from the first byte sent to the last one received, on one connection.
 *
 * @throws Error when a call is refused, or the two answer differently
 */
export async function measureLists(
  servers: Pair<ServerProcess>,
  calls: readonly ListCall[],
  rounds: number,
): Promise<readonly ListFigures[]> {
  const talks = await each(servers, ({ host }) => converse(Number(host.split(':')[1])));
  const rest = stayAwake();
  try {
    // One list is about the report that was made last.
    for (const side of ['small', 'large'] as const)
      await talks[side].ask(requestTo(servers[side], governanceReport));
    const figures: ListFigures[] = [];
    for (const call of calls) figures.push(await measureList(servers, talks, call, rounds));
    return figures;
  } finally {
    rest();
    talks.small.end();
    talks.large.end();
  }
}

async function measureList(
  servers: Pair<ServerProcess>,
  talks: Pair<Conversation>,
  call: ListCall,
  rounds: number,
): Promise<ListFigures> {
  const ask = async (side: keyof Pair<unknown>) => {
    const request = requestTo(servers[side], call);
    const started = performance.now();
    const answer = await talks[side].ask(request);
    return { answer, milliseconds: performance.now() - started };
  };
  checkAgreement(call, (await ask('small')).answer, (await ask('large')).answer);
  const figures = { title: call.title, small: [] as number[], large: [] as number[] };
  for (let round = -1; round < rounds; round += 1) {
    const turns = { small: [] as number[], large: [] as number[] };
    for (let turn = 0; turn < TURNS; turn += 1) {
      turns.small.push((await ask('small')).milliseconds);
      turns.large.push((await ask('large')).milliseconds);
    }
    // The first round warms both up.
    if (round < 0) continue;
    figures.small.push(median(turns.small));
    figures.large.push(median(turns.large));
  }
  return figures;
}

function requestTo(
  { host, credentials }: ServerProcess,
  { product, action, parameters }: Omit<ListCall, 'title'>,
): Buffer {
  return requestBytes(signedRequest(host, credentials, { product, action, parameters }));
}

function checkAgreement({ title, action }: ListCall, small: string, large: string): void {
  if (ABOUT_ALL.includes(action)) return;
  const [one, other] = [comparable(small), comparable(large)];
  if (one === other) return;
  const where = [...one].findIndex((character, at) => character !== other[at]);
  throw new Error(`${title} is answered differently: ${one.slice(where)}`.slice(0, 500));
}

/** An answer without what differs between accounts of different sizes. */
function comparable(answer: string): string {
  return JSON.stringify(JSON.parse(answer), (name, value) => (COUNTS.includes(name) ? undefined : value));
}
