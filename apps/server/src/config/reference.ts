/** The reference page of the settings, made from their declarations. */
import { sections } from './declaration.ts';
import { declarationOf, flagName, type SettingName, settingNames, variableName } from './settings.ts';
import { configFile, twinOf } from './sources.ts';

/** A language that the product's pages are written in. */
export type Language = 'en' | 'zh';

const texts = {
  en: {
    title: 'Settings',
    intro: [
      'A setting is taken from the flags, else from the environment, else from a YAML file, else it has its default. The YAML file is named by `--config` or `WARDENRY_CONFIG_FILE` and holds the names of the flags without dashes in front (`tls-listen: 0.0.0.0:8443`). An empty variable counts as absent. Unknown and malformed settings stop the start.',
      'A secret is never taken from a flag, which every process of the machine can read: name a file that holds it, or use the environment or the YAML file.',
    ],
    columns: ['Flag', 'Variable', 'Value', 'Default', 'Meaning'],
    fileTwin: (name: string) => `File that holds ${name}.`,
    none: '-',
  },
  zh: {
    title: '设置',
    intro: [
      '设置依次取自命令行参数、环境变量、YAML 文件，最后是默认值。YAML 文件由 `--config` 或 `WARDENRY_CONFIG_FILE` 指定，其中的名称与参数相同但不带前导短横（`tls-listen: 0.0.0.0:8443`）。空变量视为未设置。未知或格式错误的设置会阻止启动。',
      '机密不能通过命令行参数给出（本机所有进程都能读取参数）：请指定保存机密的文件，或使用环境变量或 YAML 文件。',
    ],
    columns: ['参数', '环境变量', '值', '默认值', '含义'],
    fileTwin: (name: string) => `保存 ${name} 的文件。`,
    none: '-',
  },
} as const;

/**
 * Renders the page that lists every setting.
 *
 * @returns Markdown, ending in a line feed
 */
export function settingsReference(language: Language): string {
  const { title, intro } = texts[language];
  const parts = [`# ${title}`, ...intro, ...sectionTables(language)];
  return `${parts.join('\n\n')}\n`;
}

function sectionTables(language: Language): string[] {
  return Object.entries(sections).map(([section, heading]) => {
    const names = settingNames.filter(name => declarationOf(name).section === section);
    const { columns } = texts[language];
    const lines = [
      row(columns),
      row(columns.map(() => '---')),
      ...names.flatMap(name => rowsOf(name, language)),
    ];
    return `## ${heading[index(language)]}\n\n${lines.join('\n')}`;
  });
}

function rowsOf(name: SettingName, language: Language): string[] {
  const { kind, doc, default: usual, otherwise, secret } = declarationOf(name);
  const at = index(language);
  const text = texts[language];
  const fallback = usual === undefined ? (otherwise?.[at] ?? text.none) : `\`${usual}\``;
  const own = row([
    hasFlag(name) ? `\`${usage(name)}\`` : text.none,
    `\`${variableName(name)}\``,
    kind.label[at],
    fallback,
    doc[at],
  ]);
  if (secret === undefined) return [own];
  const twin = twinOf(name);
  return [
    own,
    row([
      `\`--${flagName(twin)} PATH\``,
      `\`${variableName(twin)}\``,
      path(language),
      text.none,
      text.fileTwin(flagName(name)),
    ]),
  ];
}

function path(language: Language): string {
  return language === 'en' ? 'a path' : '路径';
}

function row(cells: readonly string[]): string {
  return `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function index(language: Language): 0 | 1 {
  return language === 'en' ? 0 : 1;
}

/** A setting whose every value is secret has no flag of its own, only the one that names a file. */
function hasFlag(name: SettingName): boolean {
  return declarationOf(name).secret?.('') !== true;
}

function usage(name: SettingName): string {
  return declarationOf(name).kind.bare === true ? `--${flagName(name)}` : `--${flagName(name)} VALUE`;
}

/** Every setting as lines of `--help`. */
export function settingsHelp(): string {
  const lines = [`  --${configFile.flag} PATH`, `      YAML file of settings (${configFile.variable}).`];
  for (const name of settingNames) {
    const { doc, default: usual, secret } = declarationOf(name);
    if (hasFlag(name)) lines.push(`  ${usage(name)}`);
    if (secret !== undefined) lines.push(`  --${flagName(twinOf(name))} PATH`);
    lines.push(`      ${doc[0]}${usual === undefined ? '' : ` Default: ${usual}.`}`);
  }
  return `${lines.join('\n')}\n`;
}
