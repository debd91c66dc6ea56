/** Parameters that only the recycle bin has. */
import { type TextFormat, text } from '../../kernel/parameters.ts';

const FILTER = 'UserPrincipalName eq ';

const filterFormat: TextFormat = {
  label: [`${FILTER}<principal name>`, `${FILTER}<登录名称>`],
  accepts: given => given.startsWith(FILTER) && given.length > FILTER.length,
};

/** One comparison and no other (spec: domain 3.5). */
export const filter = text('Filter', {
  min: 1,
  max: 256,
  format: filterFormat,
  doc: [`Whom to list: ${FILTER}<principal name>.`, `按登录名称筛选：${FILTER}<登录名称>。`],
});

/** The principal name that a filter asks for. */
export function filteredName(given: string): string {
  return given.slice(FILTER.length).trim();
}

/** Whose keys a call is about. */
export const userIdOrCaller = text('UserId', {
  min: 1,
  max: 64,
  characters: { label: ['digits', '数字'], has: unit => unit >= 0x30 && unit <= 0x39 },
  doc: [
    'Id of the user, in the recycle bin or not; the user who calls when absent.',
    '用户 ID，用户可在回收站中；不传则为调用者自己。',
  ],
});
