/** The pages of service-linked roles, made from the list of services that may have one. */
import { type LinkedService, linkedServices } from '../../apps/server/src/areas/policies/index.ts';
import { type Language, languages, said } from '../../apps/server/src/reference/language.ts';
import type { Generator } from './generator.ts';
import { pagePath, table } from './language.ts';

const words = {
  en: {
    title: 'Service-linked roles',
    paragraphs: [
      'Services that may have a role of their own in an account. `CreateServiceLinkedRole` of ResourceManager (2020-03-31) creates it. Only the service takes the role on. Trust policy, description, longest session and the one policy are fixed: operations of RAM that would change them answer `NotSupport.ServiceLinkedRole`; tags may be set. The policies stand in no list; `GetPolicy` shows them. Their documents are our own, with rights that the vendor has published; those of ActionTrail are of an earlier version and lack some newer ones.',
      'Such roles count among the roles of the account, and are not held up by their quota. The condition key `ram:ServiceName` narrows who may create or delete which. `DeleteServiceLinkedRole` takes role and policy away at once, since nothing here uses such a role; `GetServiceLinkedRoleDeletionStatus` tells of its task for 30 days. Names that begin with `AliyunServiceRoleFor` are kept for these roles.',
    ],
    columns: ['Service', 'ServiceName', 'Role', 'Policy'],
    policies: 'Policies',
  },
  zh: {
    title: '服务关联角色',
    paragraphs: [
      '可在账号中拥有专属角色的云服务，使用 ResourceManager（2020-03-31）的 `CreateServiceLinkedRole` 创建。只有所属服务可以扮演该角色。信任策略、描述、最长会话时间及唯一的权限策略均固定：RAM 中会修改它们的操作返回 `NotSupport.ServiceLinkedRole`；可以设置标签。这些策略不出现在列表中，可用 `GetPolicy` 查看。策略内容由我们编写，权限取自厂商公布的内容；ActionTrail 的权限来自较早的版本，缺少一些较新的权限。',
      '此类角色计入账号的角色数，但创建时不受角色配额限制。可使用条件关键字 `ram:ServiceName` 限定谁可以创建或删除哪个角色。由于此处没有服务在使用这些角色，`DeleteServiceLinkedRole` 会立即删除角色及其策略授权，30 天内可通过 `GetServiceLinkedRoleDeletionStatus` 查询该任务。以 `AliyunServiceRoleFor` 开头的名称保留给此类角色。',
    ],
    columns: ['云服务', 'ServiceName', '角色', '策略'],
    policies: '策略内容',
  },
} as const;

/** The pages in both languages. */
export const serviceLinkedRolePages: Generator = {
  name: 'service-linked-roles',
  run: async () =>
    languages.map(language => ({ path: pagePath('service-linked-roles', language), text: page(language) })),
};

function page(language: Language): string {
  const { title, paragraphs, columns, policies } = words[language];
  const rows = linkedServices.map(service => [
    said(service.title, language),
    `\`${service.name}\``,
    `\`${service.roleName}\``,
    `\`${service.policy.name}\``,
  ]);
  const parts = [`# ${title}`, ...paragraphs, table(columns, rows), `## ${policies}`];
  return `${[...parts, ...linkedServices.map(policyOf)].join('\n\n')}\n`;
}

/** The document in force, as GetPolicy shows it. */
function policyOf({ policy: { name, versions } }: LinkedService): string {
  return `### ${name}\n\n\`\`\`json\n${versions.at(-1)?.document ?? ''}\n\`\`\``;
}
