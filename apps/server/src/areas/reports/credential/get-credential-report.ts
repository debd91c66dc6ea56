import { apiError } from '../../../kernel/errors.ts';
import { ims, readOperation, wholeAccount } from '../../../kernel/operation.ts';
import {
  invalidNextToken,
  type Page,
  type PageRequest,
  pageParameters,
  tokenPageParameters,
} from '../../../kernel/pages/page.ts';
import { optional, textField, timeField } from '../../../kernel/response.ts';
import type { Scope } from '../../../kernel/scope.ts';
import { isoSeconds } from '../../../kernel/time.ts';
import { credentialReportNotExist } from '../errors.ts';
import { reportPage } from '../page.ts';
import type { Row, StoredReport } from '../report.ts';
import { findReport } from '../store.ts';
import { csvLine } from './csv.ts';
import { padded } from './rows.ts';

const size = { default: 3501, max: 3501 };

/**
 * IMS GetCredentialReport. A page holds so many lines of comma-separated values in Base64; the names of the columns stand
 * before the first and are not counted, so that the pages put together are one file. Whether there are more pages is a
 * text here (spec: domain 1.5).
 */
export const imsGetCredentialReport = readOperation({
  api: ims,
  name: 'GetCredentialReport',
  summary: ['Shows the credential report that was made last.', '查询最近一次生成的凭证报告。'],
  parameters: { marker: tokenPageParameters(size).marker, maxItems: pageParameters(size).maxItems },
  response: {
    Content: textField,
    GeneratedTime: timeField,
    IsTruncated: textField,
    NextToken: optional(textField),
  },
  errors: [credentialReportNotExist, invalidNextToken],
  authorization: { kind: 'policy', resources: () => [wholeAccount] },
  run: readLines,
  render: ({ report, page, lines }) => ({
    Content: Buffer.from(lines.map(csvLine).join('')).toString('base64'),
    GeneratedTime: isoSeconds(report.generatedAt),
    IsTruncated: page.marker === undefined ? 'false' : 'true',
    ...(page.marker === undefined ? {} : { NextToken: page.marker }),
  }),
});

interface Lines {
  readonly report: StoredReport;
  readonly page: Page<unknown>;
  /** The names of the columns among them. */
  readonly lines: readonly (readonly string[])[];
}

/** @throws ApiError `EntityNotExist.CredentialReport`, `InvalidParameter.NextToken` */
async function readLines(scope: Scope, request: PageRequest): Promise<Lines> {
  const report = await findReport(scope, 'credential');
  if (report === undefined) throw apiError(credentialReportNotExist);
  const page = await reportPage(scope, 'credential', report, request, invalidNextToken);
  const header = request.marker === undefined ? [report.columns.map(({ name }) => name)] : [];
  const lines = page.items.map(({ row }) => padded(textsOf(row), report.columns.length));
  return { report, page, lines: [...header, ...lines] };
}

function textsOf(row: Row): string[] {
  return row.map(String);
}
