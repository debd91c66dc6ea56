import { readingVerbs } from './reading-verbs.ts';
import { allowing, type SystemPolicy } from './system-policy.ts';

/**
 * Services of the vendor whose policies people attach by name: what the names of the policies call the service, and the
 * code that its actions begin with. The documents are our own: everything of the service, or what reads it.
 */
const services: Readonly<Record<string, string>> = {
  ALB: 'alb',
  ApiGateway: 'apigateway',
  ARMS: 'arms',
  CDN: 'cdn',
  CEN: 'cen',
  CloudMonitor: 'cms',
  Config: 'config',
  DCDN: 'dcdn',
  DirectMail: 'dm',
  DNS: 'alidns',
  DRDS: 'drds',
  DTS: 'dts',
  Dysms: 'dysms',
  ECI: 'eci',
  ECS: 'ecs',
  EDAS: 'edas',
  Elasticsearch: 'elasticsearch',
  ESS: 'ess',
  EventBridge: 'eventbridge',
  FC: 'fc',
  FnF: 'fnf',
  GPDB: 'gpdb',
  HBase: 'hbase',
  Kvstore: 'kvstore',
  Live: 'live',
  Log: 'log',
  MNS: 'mns',
  MongoDB: 'dds',
  MSE: 'mse',
  NAS: 'nas',
  OOS: 'oos',
  OSS: 'oss',
  OTS: 'ots',
  Polardb: 'polardb',
  PrivateLink: 'privatelink',
  Pvtz: 'pvtz',
  Quotas: 'quotas',
  RDS: 'rds',
  ROS: 'ros',
  SAE: 'sae',
  SLB: 'slb',
  TAG: 'tag',
  VOD: 'vod',
  VPC: 'vpc',
};

/** Services of which nobody here can tell what a reading call gives away: credentials of a cluster, values of secrets. */
const servicesWithSecrets: Readonly<Record<string, string>> = {
  ContainerRegistry: 'cr',
  CS: 'cs',
  KMS: 'kms',
};

/** Rights over single services of the vendor. */
export const servicePolicies: readonly SystemPolicy[] = [
  ...Object.entries({ ...services, ...servicesWithSecrets }).map(([service, code]) =>
    allowing(`Aliyun${service}FullAccess`, `Allows every action of the service "${code}".`, `${code}:*`),
  ),
  ...Object.entries(services).map(([service, code]) =>
    allowing(
      `Aliyun${service}ReadOnlyAccess`,
      `Allows to read with the service "${code}", and to change nothing.`,
      readingVerbs.map(verb => `${code}:${verb}`),
    ),
  ),
];
