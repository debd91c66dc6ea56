import {
  type Expression,
  type Identifier,
  isArrayLiteralExpression,
  isCallExpression,
  isElementAccessExpression,
  isExportDeclaration,
  isIdentifier,
  isImportDeclaration,
  isImportTypeNode,
  isNamespaceImport,
  isPropertyAccessExpression,
  isRegularExpressionLiteral,
  isStringLiteral,
  type Node,
  type SourceFile,
  type StringLiteral,
  SyntaxKind,
} from 'typescript/unstable/ast';
import { createVirtualFileSystem } from 'typescript/unstable/fs';
import { API } from 'typescript/unstable/sync';

/** One import, export-from, dynamic import, import type or call of `require`. */
export interface ImportFact {
  /** As it is written: `./x.ts`, `node:fs`, `@wardenry/policy`. */
  readonly specifier: string;
  /** 1-based. */
  readonly line: number;
  /** True when nothing of it is left after compiling. */
  readonly typesOnly: boolean;
  /** The names it binds in the file, `default` and `* as` included; empty for exports and dynamic imports. */
  readonly binds: readonly string[];
}

/** What the checks want to know of one source file. */
export interface SourceFacts {
  /** From the root of the clone, with forward slashes. */
  readonly path: string;
  readonly imports: readonly ImportFact[];
  /** For each array literal its elements that are a name or a call of one, by that name, in their order. */
  readonly lists: readonly (readonly string[])[];
  /** Lines that could read the environment: `process.env`, `process` handed on as a value or imported. 1-based. */
  readonly environmentReads: readonly number[];
  /** Lines with a regular expression: a literal or the word RegExp. 1-based. */
  readonly regularExpressions: readonly number[];
}

/** Files of ours: text by path from the root of the clone. */
export type SourceTexts = ReadonlyMap<string, string>;

const CLONE = '/clone';

/**
 * Reads the facts out of sources, by the TypeScript compiler's own parser: nothing is resolved or type-checked,
 * so it takes a fraction of a second for the whole tree.
 *
 * @throws Error when the compiler drops a file
 */
export function sourceFacts(texts: SourceTexts): readonly SourceFacts[] {
  const files = [...texts.keys()].map(path => `${CLONE}/${path}`);
  const options = {
    noResolve: true,
    noLib: true,
    types: [],
    allowJs: true,
    jsx: 'preserve',
    module: 'nodenext',
  };
  const config = `${CLONE}/tsconfig.json`;
  const fs = createVirtualFileSystem({
    ...Object.fromEntries([...texts].map(([path, text]) => [`${CLONE}/${path}`, text])),
    [config]: JSON.stringify({ compilerOptions: options, files }),
  });
  const api = new API({ cwd: CLONE, fs });
  try {
    const program = api.updateSnapshot({ openProjects: [config] }).getProject(config)?.program;
    return [...texts.keys()].map(path => {
      const file = program?.getSourceFile(`${CLONE}/${path}`);
      if (!file) throw new Error(`The TypeScript compiler did not parse ${path}.`);
      return factsOf(path, file);
    });
  } finally {
    api.close();
  }
}

function factsOf(path: string, file: SourceFile): SourceFacts {
  const lineOf = (node: Node) => file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
  const nodes = [...descendants(file)];
  const required = nodes
    .flatMap(node => requiredModule(node) ?? [])
    .filter(node => !file.imports.includes(node));
  const specifiers = [...file.imports.filter(isStringLiteral), ...required];
  return {
    path,
    imports: specifiers.map(specifier => ({
      specifier: specifier.text,
      line: lineOf(specifier),
      typesOnly: isTypesOnly(specifier.parent),
      binds: bindingsOf(specifier.parent),
    })),
    lists: nodes.filter(isArrayLiteralExpression).map(({ elements }) => elements.flatMap(listedName)),
    environmentReads: [
      ...specifiers.filter(({ text }) => text === 'node:process' || text === 'process'),
      ...nodes.filter(isIdentifier).filter(readsEnvironment),
    ].map(lineOf),
    regularExpressions: nodes.filter(isRegularExpression).map(lineOf),
  };
}

function* descendants(node: Node): Generator<Node> {
  const children: Node[] = [];
  node.forEachChild(child => {
    children.push(child);
  });
  for (const child of children) {
    yield child;
    yield* descendants(child);
  }
}

/** The specifier of `require('…')`, which the compiler does not take for an import in TypeScript files. */
function requiredModule(node: Node): StringLiteral | undefined {
  if (!isCallExpression(node)) return undefined;
  const { expression, arguments: given } = node;
  const [specifier] = isIdentifier(expression) && expression.text === 'require' ? given : [];
  return specifier && isStringLiteral(specifier) ? specifier : undefined;
}

function listedName(element: Expression): string[] {
  const named = isCallExpression(element) ? element.expression : element;
  return isIdentifier(named) ? [named.text] : [];
}

/**
 * @param importing the node that a module specifier belongs to
 */
function isTypesOnly(importing: Node): boolean {
  if (isImportDeclaration(importing)) return importing.importClause?.phaseModifier === SyntaxKind.TypeKeyword;
  if (isExportDeclaration(importing)) return importing.isTypeOnly;
  // In `import('./x.ts').Name` the specifier stands in a literal type.
  return isImportTypeNode(importing) || isImportTypeNode(importing.parent);
}

function bindingsOf(importing: Node): string[] {
  const clause = isImportDeclaration(importing) ? importing.importClause : undefined;
  const named = clause?.namedBindings;
  const elements = !named ? [] : isNamespaceImport(named) ? [named] : named.elements;
  return [clause, ...elements].flatMap(binding => binding?.name?.text ?? []);
}

function isRegularExpression(node: Node): boolean {
  return (
    isRegularExpressionLiteral(node) || (isIdentifier(node) && node.text === 'RegExp' && !isMemberName(node))
  );
}

/**
 * `process.pid` reads nothing of the environment; `process.env` does, and so may `process` itself once it is
 * bound to another name, taken apart or handed on.
 */
function readsEnvironment(identifier: Identifier): boolean {
  if (identifier.text !== 'process' || isDeclaredName(identifier) || isCalled(identifier)) return false;
  const process = isMemberName(identifier) ? globalMember(identifier) : identifier;
  if (!process) return false;
  const member = memberOf(process.parent);
  return member === undefined || member === 'env';
}

/** The whole of `globalThis.process`; undefined when something else has a member of this name. */
function globalMember(name: Identifier): Node | undefined {
  const { parent } = name;
  const owner = isPropertyAccessExpression(parent) ? parent.expression : undefined;
  return owner && isIdentifier(owner) && owner.text === 'globalThis' ? parent : undefined;
}

/** Whether an identifier is the `b` of `a.b`. */
function isMemberName(identifier: Identifier): boolean {
  return isPropertyAccessExpression(identifier.parent) && identifier.parent.name === identifier;
}

/** Whether an identifier is the `a` of `a(…)`; nobody can call Node's process. */
function isCalled(identifier: Identifier): boolean {
  return isCallExpression(identifier.parent) && identifier.parent.expression === identifier;
}

/** Whether an identifier names a property, parameter or variable that is declared here. */
function isDeclaredName(identifier: Identifier): boolean {
  const { parent } = identifier;
  return !isPropertyAccessExpression(parent) && 'name' in parent && parent.name === identifier;
}

/** The `b` of `a.b` and of `a['b']`; undefined for everything else, `a[b]` included. */
function memberOf(node: Node): string | undefined {
  if (isPropertyAccessExpression(node)) return node.name.text;
  if (isElementAccessExpression(node)) return literalText(node.argumentExpression);
  return undefined;
}

function literalText(node: Expression): string | undefined {
  return isStringLiteral(node) ? node.text : undefined;
}
