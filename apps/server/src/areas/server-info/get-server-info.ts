import { type Operation, readOperation, wardenry } from '../../kernel/operation.ts';
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
    authorization: { kind: 'policy', resources: () => [{ relativeId: '*' }] },
    run: () => server.countAccounts(),
    render: accountCount => ({
      Name: 'Wardenry',
      Version: server.version,
      Database: server.database,
      AccountCount: accountCount,
    }),
  });
}
