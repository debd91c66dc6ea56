// A program as its users write it: the official credentials library finds out who it is, and the official SDK makes a
// signed call of RAM. Run in a process of its own, since the library reads the environment and the home of its process.
/**
 * @typedef {object} RamCall what is printed
 * @property {string | undefined} keyKind `STS` for temporary credentials, the whole id of an AccessKey
 * @property {string | undefined} providerName what the library says where it has them from
 * @property {readonly (string | undefined)[] | undefined} users
 */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { default: Credential, Config } = require('@alicloud/credentials');
const { default: Ram, ListUsersRequest } = require('@alicloud/ram20150501');
const { $OpenApiUtil } = require('@alicloud/openapi-core');

// Without a configuration the library walks its default chain.
const { CREDENTIAL_CONFIG: config, RAM_ENDPOINT: endpoint } = process.env;
const credential = config === undefined ? new Credential() : new Credential(new Config(JSON.parse(config)));
const { accessKeyId, providerName } = await credential.getCredential();
const settings = new $OpenApiUtil.Config({ credential, endpoint, protocol: 'http', regionId: 'cn-hangzhou' });
const { body } = await new Ram(settings).listUsers(new ListUsersRequest({}));
const users = body?.users?.user?.map(({ userName }) => userName).sort();
/** @type {RamCall} */
const found = { keyKind: accessKeyId?.split('.')[0], providerName, users };
process.stdout.write(JSON.stringify(found));
