import type { FindingCode } from '../findings.ts';
import type { Localized } from './lint-finding.ts';

/** What an error means, and what to write instead. */
export interface ErrorMeaning {
  readonly meaning: Localized;
  readonly instead: Localized;
}

const writeJson: Localized = ['Correct the text at this place.', '请改正该处的文本。'];

/** Every code of a validation finding, for the reference page (spec: policy 1.18). */
export const errorMeanings: Readonly<Record<FindingCode, ErrorMeaning>> = {
  'json-syntax': {
    meaning: [
      'The text is no JSON from here on. Comments, trailing commas and a byte order mark are not JSON either.',
      '从此处起文本不是有效的 JSON。注释、末尾逗号与字节顺序标记也不属于 JSON。',
    ],
    instead: writeJson,
  },
  'json-too-deep': {
    meaning: [
      'Objects and arrays stand more than 16 deep; a policy document needs six levels.',
      '对象与数组嵌套超过 16 层；策略文档只需六层。',
    ],
    instead: ['Remove the nesting.', '请减少嵌套。'],
  },
  'json-duplicate-name': {
    meaning: [
      'A name stands twice in one object. Readers that keep the last one would see another document.',
      '同一对象中有重复的名称。只保留最后一个的解析器会得到另一份文档。',
    ],
    instead: ['Write the name once; several values go into a list.', '请只写一次；多个值请写成列表。'],
  },
  'json-lone-surrogate': {
    meaning: [
      'A string holds half a surrogate pair, which is no character.',
      '字符串中含有不成对的代理项，不是有效字符。',
    ],
    instead: ['Write the whole character.', '请写完整的字符。'],
  },
  'json-replacement-character': {
    meaning: [
      'U+FFFD stands where bytes were not UTF-8, so that what was written is lost.',
      '此处的字节不是 UTF-8，已被替换为 U+FFFD，原内容丢失。',
    ],
    instead: [
      'Save the text as UTF-8. If the character itself is meant, write "\\ufffd".',
      '请以 UTF-8 保存文本。如果确实需要该字符，请写 "\\ufffd"。',
    ],
  },
  'document-too-long': {
    meaning: [
      'The document has more characters than its kind may have, white space included.',
      '文档字符数（含空白）超过该类文档的上限。',
    ],
    instead: [
      'Remove white space, use wildcards, or split the policy.',
      '请删除空白、使用通配符，或拆分策略。',
    ],
  },
  'data-type': {
    meaning: [
      'A value has the wrong data type. Every value is a string in quotes: numbers, booleans and dates too.',
      '值的数据类型错误。所有值都必须是带引号的字符串，包括数字、布尔值与日期。',
    ],
    instead: [
      'Put the value in quotes, or write the list or object that the message names.',
      '请给值加上引号，或写出消息所述的列表或对象。',
    ],
  },
  'unknown-element': {
    meaning: [
      'The language has no element of this name: Sid and NotPrincipal, for two, are not part of it. Letter case counts.',
      '策略语言没有该元素，例如不支持 Sid 与 NotPrincipal。元素名区分大小写。',
    ],
    instead: ['Remove it, or correct its spelling.', '请删除该元素，或改正拼写。'],
  },
  'unexpected-element': {
    meaning: [
      'The element belongs to another kind of document: Principal to trust policies and policies of resources, Resource to all but trust policies.',
      '该元素属于另一类文档：Principal 只用于信任策略与资源策略，Resource 用于信任策略之外的策略。',
    ],
    instead: ['Remove it.', '请删除该元素。'],
  },
  'empty-exclusion': {
    meaning: ['NotAction or NotResource excludes nothing.', 'NotAction 或 NotResource 没有排除任何内容。'],
    instead: [
      'Name at least one value; to mean everything write "*".',
      '请至少写一个值；要表示全部，请写 "*"。',
    ],
  },
  'empty-list': {
    meaning: ['A list is empty.', '列表为空。'],
    instead: ['Name at least one value.', '请至少写一个值。'],
  },
  'missing-version': {
    meaning: ['The document has no Version.', '文档缺少 Version。'],
    instead: ['Add "Version": "1".', '请添加 "Version": "1"。'],
  },
  'invalid-version': {
    meaning: ['There is only one version of the language.', '策略语言只有一个版本。'],
    instead: ['Write "Version": "1".', '请写 "Version": "1"。'],
  },
  'missing-statement': {
    meaning: ['The document has no Statement.', '文档缺少 Statement。'],
    instead: ['Add "Statement" with a list of statements.', '请添加 "Statement"，其值为语句列表。'],
  },
  'missing-effect': {
    meaning: ['A statement has no Effect.', '语句缺少 Effect。'],
    instead: ['Add "Effect": "Allow" or "Effect": "Deny".', '请添加 "Effect": "Allow" 或 "Effect": "Deny"。'],
  },
  'invalid-effect': {
    meaning: [
      'The effect is neither Allow nor Deny; letter case counts.',
      'Effect 既不是 Allow 也不是 Deny；区分大小写。',
    ],
    instead: ['Write "Allow" or "Deny".', '请写 "Allow" 或 "Deny"。'],
  },
  'missing-action': {
    meaning: ['A statement names no actions.', '语句未写操作。'],
    instead: ['Add "Action" or "NotAction".', '请添加 "Action" 或 "NotAction"。'],
  },
  'action-and-not-action': {
    meaning: ['A statement has both Action and NotAction.', '语句同时包含 Action 与 NotAction。'],
    instead: ['Keep one of them.', '请只保留其中一个。'],
  },
  'invalid-action': {
    meaning: ['A text is not of the form of an action.', '文本不符合操作的格式。'],
    instead: [
      'Write "<service>:<action>", such as "ecs:StopInstance" or "ecs:*", or "*".',
      '请写 "<服务>:<操作>"，例如 "ecs:StopInstance" 或 "ecs:*"，或写 "*"。',
    ],
  },
  'missing-resource': {
    meaning: ['A statement names no resources.', '语句未写资源。'],
    instead: ['Add "Resource"; "*" stands for all of them.', '请添加 "Resource"；"*" 表示所有资源。'],
  },
  'resource-and-not-resource': {
    meaning: ['A statement has both Resource and NotResource.', '语句同时包含 Resource 与 NotResource。'],
    instead: ['Keep one of them.', '请只保留其中一个。'],
  },
  'invalid-arn-prefix': {
    meaning: ['A resource is neither "*" nor begins with "acs:".', '资源既不是 "*"，也不以 "acs:" 开头。'],
    instead: [
      'Write "acs:<service>:<region>:<account>:<resource>".',
      '请写 "acs:<服务>:<地域>:<账号>:<资源>"。',
    ],
  },
  'missing-arn-field': {
    meaning: ['A resource lacks one of the five fields of an ARN.', '资源缺少 ARN 五个字段中的某一个。'],
    instead: [
      'Write "acs:<service>:<region>:<account>:<resource>", with "*" for what does not matter.',
      '请写 "acs:<服务>:<地域>:<账号>:<资源>"，不限定的字段写 "*"。',
    ],
  },
  'missing-principal': {
    meaning: [
      'A statement of a trust policy, or of the policy of a resource, does not say whom it is about.',
      '信任策略或资源策略的语句未写主体。',
    ],
    instead: [
      'Add "Principal": {"RAM": "acs:ram::<account>:root"}.',
      '请添加 "Principal": {"RAM": "acs:ram::<账号>:root"}。',
    ],
  },
  'invalid-principal': {
    meaning: [
      'A principal is not of its type’s form. Wildcards name nobody.',
      '主体不符合其类型的格式。主体不能使用通配符。',
    ],
    instead: [
      'Write the ARN of an account, user, role or identity provider, or the name of a service.',
      '请写账号、用户、角色或身份提供商的 ARN，或服务名称。',
    ],
  },
  'invalid-operator': {
    meaning: [
      'The language has no such condition operator: IfExists and Null, for two, are not part of it. Letter case counts.',
      '策略语言没有该条件运算符，例如不支持 IfExists 与 Null。运算符区分大小写。',
    ],
    instead: [
      'Use an operator that the message names; for requests without a key write a statement of its own.',
      '请使用消息中列出的运算符；对缺少某键的请求，请写单独的语句。',
    ],
  },
  'invalid-condition-key': {
    meaning: ['A text is not of the form of a condition key.', '文本不符合条件键的格式。'],
    instead: [
      'Write "<service>:<name>", such as "acs:SourceIp".',
      '请写 "<服务>:<名称>"，例如 "acs:SourceIp"。',
    ],
  },
  'invalid-condition-value': {
    meaning: [
      'The operator cannot read the value: a number with an exponent, a date without a zone, an address with *.',
      '运算符无法读取该值，例如带指数的数字、没有时区的日期、含 * 的地址。',
    ],
    instead: [
      'Write what the message names; wildcards in addresses need StringLike.',
      '请按消息所述书写；地址中的通配符需使用 StringLike。',
    ],
  },
  'missing-condition-key': {
    meaning: [
      'An operator has no condition keys, so that it would ask for nothing.',
      '运算符下没有条件键，等于没有任何要求。',
    ],
    instead: ['Name a condition key, or remove the operator.', '请写出条件键，或删除该运算符。'],
  },
  'missing-condition-value': {
    meaning: ['A condition key has an empty list of values.', '条件键的值列表为空。'],
    instead: ['Name at least one value to compare with.', '请至少写一个用于比较的值。'],
  },
  'multiple-booleans': {
    meaning: ['Bool has several values.', 'Bool 有多个值。'],
    instead: ['Write either "true" or "false".', '请写 "true" 或 "false"。'],
  },
  'too-many-findings': {
    meaning: ['More than 100 things are wrong; the rest is not listed.', '错误超过 100 处，其余未列出。'],
    instead: ['Correct those listed, then check again.', '请改正已列出的错误，然后重新检查。'],
  },
};
