/** Parameters of tags in both dialects: RAM sends JSON texts, IMS numbered parameters (spec: domain 1.3, 2.9a). */

import {
  boolean,
  choice,
  type ListForm,
  lettersDigitsAnd,
  list,
  type TextFormat,
  type TextParameter,
  text,
} from '../../kernel/parameters.ts';
import { singleLine } from '../../kernel/text/characters.ts';

/** Most tags that one call names. */
const mostTags = 20;
/** Most things that one call names. */
export const mostResources = 50;

const reservedBeginnings = ['aliyun', 'acs:'] as const;

const tagKeyForm: TextFormat = {
  label: [
    'a text that does not begin with "aliyun" or "acs:" and does not contain "http://" or "https://"',
    '不以 aliyun 或 acs: 开头，且不包含 http:// 或 https:// 的文本',
  ],
  accepts: key => !reservedBeginnings.some(beginning => hasPrefix(key, beginning)) && !holdsLink(key),
};

const tagValueForm: TextFormat = {
  label: ['a text that does not contain "http://" or "https://"', '不包含 http:// 或 https:// 的文本'],
  accepts: value => !holdsLink(value),
};

/** Of values, only those that IMS CreateUser sets have a reserved beginning (spec: api index). */
const newUserTagValueForm: TextFormat = {
  label: [
    'a text that does not begin with "acs:" and does not contain "http://" or "https://"',
    '不以 acs: 开头，且不包含 http:// 或 https:// 的文本',
  ],
  accepts: value => !hasPrefix(value, 'acs:') && tagValueForm.accepts(value),
};

function hasPrefix(text: string, beginning: string): boolean {
  return text.slice(0, beginning.length).toLowerCase() === beginning;
}

function holdsLink(text: string): boolean {
  const folded = text.toLowerCase();
  return folded.includes('http://') || folded.includes('https://');
}

const keyOptions = { min: 1, max: 128, characters: singleLine, required: true } as const;
const keyDoc = ['Key of the tag.', '标签键。'] as const;
const valueDoc = ['Value of the tag; empty when absent.', '标签值；不传则为空。'] as const;

/** A tag that is to be set; RAM takes longer values than IMS. */
function newTag(longestValue: number, valueForm: TextFormat) {
  return {
    key: text('Key', { ...keyOptions, format: tagKeyForm, doc: keyDoc }),
    value: text('Value', {
      min: 0,
      max: longestValue,
      characters: singleLine,
      format: valueForm,
      emptyClears: true,
      doc: valueDoc,
    }),
  } as const;
}

function filter(longestValue: number) {
  return {
    key: text('Key', { ...keyOptions, doc: keyDoc }),
    value: text('Value', {
      min: 1,
      max: longestValue,
      characters: singleLine,
      doc: ['Value of the tag; any value when absent.', '标签值；不传则匹配任意值。'],
    }),
  } as const;
}

const longest = { json: 256, numbered: 128 } as const satisfies Record<ListForm, number>;
const newTagsDoc = ['Tags to set.', '要设置的标签。'] as const;

/** @param newValueForm what the value of something's first tags is like */
function dialect<const Form extends ListForm>(form: Form, newValueForm: TextFormat) {
  const options = { form, max: mostTags, doc: newTagsDoc } as const;
  return {
    /** Tags of something that is being created. */
    newTags: list('Tag', newTag(longest[form], newValueForm), options),
    /** Tags that TagResources sets. */
    tags: list('Tag', newTag(longest[form], tagValueForm), { ...options, required: true }),
    /** Tags that what is listed must all carry. */
    tagFilter: list('Tag', filter(longest[form]), {
      form,
      max: mostTags,
      doc: ['Only what carries all of these tags.', '只返回带有全部这些标签的对象。'],
    }),
  } as const;
}

/** As RAM takes tags: `Tag=[{"Key":"a","Value":"b"}]`. */
export const ramTags = dialect('json', tagValueForm);
/** As IMS and ResourceManager take tags: `Tag.1.Key=a&Tag.1.Value=b`. */
export const imsTags = dialect('numbered', newUserTagValueForm);

function tagKeys<const Form extends ListForm>(wire: string, form: Form) {
  return list(wire, text(wire, { ...keyOptions, doc: keyDoc }), {
    form,
    max: mostTags,
    doc: ['Keys of the tags to remove.', '要移除的标签键。'],
  });
}

/** Keys of the tags that RAM's UntagResources removes. */
export const ramTagKeys = tagKeys('TagKeys', 'json');
/** Keys of the tags that IMS' UntagResources removes. */
export const imsTagKeys = tagKeys('TagKey', 'numbered');

export const all = boolean('All', {
  default: false,
  doc: [
    'true removes every tag; it counts only when no keys are given.',
    'true 表示移除全部标签；仅在未指定标签键时生效。',
  ],
});

/** What RAM tags. */
export const ramResourceType = choice('ResourceType', ['role', 'policy'], {
  required: true,
  doc: ['What the names are of: roles, or custom policies.', '名称所指的对象类型：角色或自定义策略。'],
});

/** What IMS tags. */
export const imsResourceType = choice('ResourceType', ['user'], {
  required: true,
  doc: ['Always user.', '固定为 user。'],
});

/** What ResourceManager tags. */
export const resourceGroupType = choice('ResourceType', ['ResourceGroup'], {
  default: 'ResourceGroup',
  doc: ['Always ResourceGroup.', '固定为 ResourceGroup。'],
});

const resourceName = text('ResourceNames', {
  min: 1,
  max: 128,
  characters: lettersDigitsAnd('.-'),
  required: true,
  doc: ['Name of a role or policy.', '角色或策略的名称。'],
});

const resourceNamesOptions = {
  form: 'json',
  max: mostResources,
  doc: ['Names of roles or policies, as a JSON list.', '角色或策略的名称，JSON 列表。'],
} as const;

/** The things that RAM tags. */
export const resourceNames = list('ResourceNames', resourceName, { ...resourceNamesOptions, required: true });
/** The things whose tags RAM lists. */
export const optionalResourceNames = list('ResourceNames', resourceName, resourceNamesOptions);

/**
 * The resource groups of a call, by their ids.
 *
 * @param id what one id must be like
 */
export function resourceGroupIds<const Required extends boolean>(
  id: TextParameter<true>,
  required: Required,
) {
  return list('ResourceId', id, {
    form: 'numbered',
    max: mostResources,
    required,
    doc: ['Ids of resource groups.', '资源组 ID。'],
  });
}
