import { text } from '../../kernel/parameters.ts';

export const accessKeyPolicy = text('AccessKeyPolicy', {
  required: true,
  min: 1,
  // More than a policy takes that is as large as the quotas can be set to.
  max: 131_072,
  doc: [
    'From where requests may come, in JSON: {"Status":"Active","Statements":[{"Type":"ClassicWhiteList","IPList":["203.0.113.0/24"]}]}; a statement of the type VPCWhiteList has a Value: the id of a VPC, or AllowAllVPC. The status Inactive with an empty list of statements takes the restriction away.',
    '允许发起请求的来源（JSON），例如 {"Status":"Active","Statements":[{"Type":"ClassicWhiteList","IPList":["203.0.113.0/24"]}]}；类型为 VPCWhiteList 的语句另有 Value，取值为 VPC ID 或 AllowAllVPC。将状态设为 Inactive 且语句列表为空即取消限制。',
  ],
});
