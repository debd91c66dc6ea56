import { type DocumentKind, parseDocument } from '@wardenry/policy';
import type { CaseDocument, CasePolicies } from '@wardenry/policy/cases';
import { readTextFile } from '../text-file.ts';
import { findingLine } from './finding-line.ts';

/** The options that name files of policies, each an option of `wardenry policy explain`. */
export interface PolicyFiles {
  readonly policy?: readonly string[];
  readonly resourceGroupPolicy?: readonly string[];
  readonly sessionPolicy?: string;
  readonly controlPolicy?: readonly string[];
  readonly trustPolicy?: string;
}

/** The documents of all files, or a line for each thing that is wrong with them. */
export type ReadPolicies =
  | { readonly ok: true; readonly policies: CasePolicies }
  | { readonly ok: false; readonly problems: readonly string[] };

/**
 * Reads the documents that a request is to be decided by. All must be valid, since a document that is not could not be
 * attached to anything.
 *
 * @param resourceGroup whose scope the documents of `resourceGroupPolicy` are attached at
 */
export function readPolicies(files: PolicyFiles, resourceGroup = ''): ReadPolicies {
  const problems: string[] = [];
  const read = (file: string, kind: DocumentKind): CaseDocument => {
    const source = readTextFile(file);
    if (!source.ok) {
      problems.push(`${file}: ${source.reason}`);
      return { name: file, text: '' };
    }
    const parsed = parseDocument(source.text, kind);
    const findings = parsed.ok ? [] : parsed.findings;
    problems.push(...findings.map(finding => findingLine(file, { level: 'error', ...finding })));
    return { name: file, text: source.text };
  };
  const { policy = [], resourceGroupPolicy = [], sessionPolicy, controlPolicy, trustPolicy } = files;
  const inGroup = resourceGroupPolicy.map(file => read(file, 'identity'));
  const policies = {
    identity: policy.map(file => read(file, 'identity')),
    groups: [],
    resourceGroupIdentity: new Map(inGroup.length === 0 ? [] : [[resourceGroup, inGroup]]),
    ...(sessionPolicy === undefined ? {} : { session: read(sessionPolicy, 'session') }),
    ...(controlPolicy === undefined ? {} : { control: controlPolicy.map(file => [read(file, 'control')]) }),
    ...(trustPolicy === undefined ? {} : { trust: read(trustPolicy, 'trust') }),
  };
  return problems.length === 0 ? { ok: true, policies } : { ok: false, problems };
}
