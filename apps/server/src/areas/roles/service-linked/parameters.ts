import { choice, lettersDigitsAnd, text } from '../../../kernel/parameters.ts';
import { multiLine } from '../../../kernel/text/characters.ts';

export const serviceName = text('ServiceName', {
  required: true,
  min: 1,
  max: 128,
  doc: [
    'The service that the role is for, such as nat.aliyuncs.com; the page of service-linked roles lists them.',
    '角色所属的云服务，例如 nat.aliyuncs.com；可用的服务见服务关联角色页面。',
  ],
});

export const customSuffix = text('CustomSuffix', {
  min: 1,
  max: 64,
  characters: lettersDigitsAnd('.-'),
  doc: [
    'A suffix of the name; no service here takes one, so it is always refused.',
    '角色名称后缀；此处的服务均不支持，传入即被拒绝。',
  ],
});

export const fixedDescription = text('Description', {
  min: 1,
  max: 1024,
  characters: multiLine,
  doc: [
    'What the role is for; fixed for roles without a suffix, so it is always refused.',
    '角色描述；无后缀的角色使用预设描述，传入即被拒绝。',
  ],
});

export const language = choice('Language', ['en', 'zh-CN', 'ja'], {
  doc: [
    'Language that a role of a service is described in: zh-CN for Chinese, English otherwise.',
    '服务关联角色描述所用的语言：zh-CN 为中文，其他为英文。',
  ],
});

export const deletionTaskId = text('DeletionTaskId', {
  required: true,
  min: 26,
  max: 255,
  doc: ['Id of the task, as DeleteServiceLinkedRole gave it.', 'DeleteServiceLinkedRole 返回的任务 ID。'],
});
