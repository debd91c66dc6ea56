/** The commands `wardenry policy …`. What they do is loaded when it is asked for. */
import { documentKinds } from '@wardenry/policy';
import { Command, InvalidArgumentError, Option } from 'commander';
import { EXIT, type Surroundings } from '../surroundings.ts';
import type { ExplainOptions } from './explain.ts';
import type { LintOptions } from './lint.ts';
import type { TestOptions } from './test-cases.ts';

const exitCodes = (found: string) => `
Exit codes: ${EXIT.ok} fine, ${EXIT.failure} ${found}, ${EXIT.usage} wrong use or input that cannot be read
`;

const lintHelp = `
Every finding is a line of its own: file:line:column level code message

Examples:
  wardenry policy lint policies/*.json
  wardenry policy lint --kind trust roles/*.trust.json
${exitCodes('findings of the level of --fail-on or worse')}`;

const testHelp = `
A file holds cases in the format of docs/policy-testing.md: decision cases in "cases", documents to accept or to
reject in "validation". A policy may stand in a file of its own: { "file": "reader.json" }, beside the file of cases.

Examples:
  wardenry policy test policies/*.cases.json
  wardenry policy test --json policies/reports.cases.json
${exitCodes('at least one case failed')}`;

const explainHelp = `
With --endpoint a server decides, by the policies that it holds. The call is signed with ALIBABA_CLOUD_ACCESS_KEY_ID
and ALIBABA_CLOUD_ACCESS_KEY_SECRET (and ALIBABA_CLOUD_SECURITY_TOKEN), and needs the right to wardenry:Authorize.
Without it the documents given are the only ones, and the context holds the present, who asks, and what --context says.
A decision to deny is an answer like any other.

Examples:
  wardenry policy explain --policy reader.json --principal acs:ram::1000000000000001:user/alice \\
    --action oss:GetObject --resource acs:oss:*:1000000000000001:reports/2026.csv --context acs:SourceIp=192.0.2.7
  wardenry policy explain --endpoint https://iam.example.com --principal acs:ram::1000000000000001:user/app \\
    --action ram:GetUser --resource acs:ram:*:1000000000000001:user/alice
${exitCodes('the server refused the call or did not answer')}`;

/**
 * Makes the commands.
 *
 * @param end takes the exit code when one of them has run
 */
export function policyCommand(surroundings: Surroundings, end: (code: number) => void): Command {
  const policy = new Command('policy').description('check, test and explain policies');
  lintCommand(policy).action(async (files: readonly string[], options: LintOptions) => {
    const { lintFiles } = await import('./lint.ts');
    end(lintFiles(files, options, surroundings));
  });
  testCommand(policy).action(async (files: readonly string[], options: TestOptions) => {
    const { testFiles } = await import('./test-cases.ts');
    end(testFiles(files, options, surroundings));
  });
  explainCommand(policy).action(async (options: ExplainOptions, command: Command) => {
    const { explainRequest } = await import('./explain.ts');
    end(await explainRequest(options, surroundings, message => command.error(`error: ${message}`)));
  });
  return policy;
}

function lintCommand(parent: Command): Command {
  return parent
    .command('lint')
    .description('say what is wrong with policy documents')
    .argument('<file...>', 'policy documents')
    .addOption(
      new Option('--kind <kind>', 'what the documents are for').choices(documentKinds).default('identity'),
    )
    .addOption(
      new Option('--fail-on <level>', 'the mildest finding that ends the command with 1')
        .choices(['error', 'security', 'suggestion'])
        .default('error'),
    )
    .option('--json', 'write one JSON document')
    .addHelpText('after', lintHelp);
}

function testCommand(parent: Command): Command {
  return parent
    .command('test')
    .description('run cases: documents, a request, and the decision that must come out')
    .argument('<file...>', 'files of cases')
    .option('--json', 'write one JSON document')
    .addHelpText('after', testHelp);
}

function explainCommand(parent: Command): Command {
  return parent
    .command('explain')
    .description('say what is decided about a request, and why')
    .requiredOption(
      '--principal <name>',
      'who asks: the ARN of a user, role, account (root) or provider, or a service',
    )
    .requiredOption('--action <action>', 'what for, such as oss:GetObject')
    .requiredOption('--resource <resource...>', 'on what; all of them must be allowed')
    .option(
      '--context <key=value...>',
      'values of condition keys; several for one key are several values',
      addPair,
    )
    .option('--resource-group <id>', 'the resource group that the resources are in')
    .option('--endpoint <url>', 'the server that decides, such as https://iam.example.com')
    .option('--resource-group-deny-wins', 'let a Deny of that scope count although the account scope allows')
    .option('--policy <file...>', 'documents attached to the user or role, or to its groups')
    .option('--resource-group-policy <file...>', 'documents attached at the scope of that resource group')
    .option('--session-policy <file>', 'the document that the session was made with')
    .option(
      '--control-policy <file...>',
      "control policies, one for each level, the account's own level first",
    )
    .option('--trust-policy <file>', 'the trust policy of the role, when the action is sts:AssumeRole')
    .option('--json', 'write one JSON document')
    .addHelpText('after', explainHelp);
}

/** Adds `key=value` to the pairs before it. A value may hold further equals signs. */
function addPair(text: string, before: readonly (readonly [string, string])[] = []) {
  const equals = text.indexOf('=');
  if (equals <= 0) throw new InvalidArgumentError('Write it as key=value.');
  return [...before, [text.slice(0, equals), text.slice(equals + 1)] as const];
}
