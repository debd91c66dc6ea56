import { type Operation, readOperation, wardenry, wholeAccount } from '../../kernel/operation.ts';
import { integerField, textField } from '../../kernel/response.ts';

/** What the server knows of itself, beyond any account. */
export interface ServerFacts {
  /** Version of the release, e.g. `0.1.0`. */
  readonly version: string;
  /** Where the state is kept. */
  readonly database: 'sqlite' | 'postgresql';
  /** How many accounts there are. */
  countAccounts(): Promise<number>;
}

/** Wardenry GetServerInfo. */
export function wardenryGetServerInfo(server: ServerFacts): Operation {
  const count = countedOncePerSecond(server);
  return readOperation({
    api: wardenry,
    name: 'GetServerInfo',
    summary: [
      'Tells what the server is and how many accounts it holds.',
      '查询服务器的版本、数据库类型和账号数量。',
    ],
    parameters: {},
    response: {
      Name: textField,
      Version: textField,
      Database: textField,
      AccountCount: integerField,
    },
    errors: [],
    authorization: { kind: 'policy', resources: () => [wholeAccount] },
    run: scope => count(scope.now),
    render: accountCount => ({
      Name: 'Wardenry',
      Version: server.version,
      Database: server.database,
      AccountCount: accountCount,
    }),
  });
}

/** Monitoring asks often and everywhere at once; the number of accounts hardly ever changes. */
function countedOncePerSecond(server: ServerFacts): (now: number) => Promise<number> {
  let counted = { at: Number.NEGATIVE_INFINITY, count: Promise.resolve(0) };
  return now => {
    if (now - counted.at >= 1000) {
      const count = server.countAccounts();
      counted = { at: now, count };
      count.catch(() => {
        counted = { at: Number.NEGATIVE_INFINITY, count };
      });
    }
    return counted.count;
  };
}
