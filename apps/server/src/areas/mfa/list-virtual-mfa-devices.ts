import { nameKey } from '../../kernel/callers/identity.ts';
import { ims, ram, readOperation } from '../../kernel/operation.ts';
import { invalidMarker, pageFields, pageMembers, pageParameters, readPage } from '../../kernel/pages/page.ts';
import { wrappedList } from '../../kernel/response.ts';
import type { Scope } from '../../kernel/scope.ts';
import { allDevices, withHolders } from './lookup.ts';
import { listDevicesAfter } from './store.ts';
import type { HeldDevice, VirtualMfaDevice } from './virtual-mfa-device.ts';
import { imsDevice, imsDeviceFields, ramDevice, ramDeviceFields } from './wire.ts';

const summary = [
  'Lists the virtual MFA devices in the order of their names.',
  '按名称顺序列出虚拟 MFA 设备。',
] as const;

/** Devices that are read at a time, where the list itself has no pages. */
const AT_ONCE = 1000;

/** Every device of the account (spec: domain 1.5: RAM has no pages here). */
async function everyDevice(scope: Scope): Promise<HeldDevice[]> {
  const devices: HeldDevice[] = [];
  let last: VirtualMfaDevice | undefined;
  do {
    const read = await listDevicesAfter(scope, last && nameKey(last.name), AT_ONCE);
    devices.push(...(await withHolders(scope, read)));
    last = read[AT_ONCE - 1];
  } while (last !== undefined);
  return devices;
}

export const ramListVirtualMfaDevices = readOperation({
  api: ram,
  name: 'ListVirtualMFADevices',
  summary,
  parameters: {},
  response: { VirtualMFADevices: wrappedList('VirtualMFADevice', ramDeviceFields) },
  errors: [],
  authorization: { kind: 'policy', resources: () => [allDevices] },
  run: everyDevice,
  render: (devices, { context }) => ({
    VirtualMFADevices: { VirtualMFADevice: devices.map(each => ramDevice(each, context.accountId)) },
  }),
});

export const imsListVirtualMfaDevices = readOperation({
  api: ims,
  name: 'ListVirtualMFADevices',
  summary,
  parameters: pageParameters({ default: 100, max: 100 }),
  response: { VirtualMFADevices: wrappedList('VirtualMFADevice', imsDeviceFields), ...pageFields },
  errors: [invalidMarker],
  authorization: { kind: 'policy', resources: () => [allDevices] },
  async run(scope, request) {
    const page = await readPage(
      request,
      (after, limit) => listDevicesAfter(scope, after, limit),
      ({ name }) => nameKey(name),
    );
    return { ...page, items: await withHolders(scope, page.items) };
  },
  render: (page, { context }) => ({
    VirtualMFADevices: { VirtualMFADevice: page.items.map(each => imsDevice(each, context.accountId)) },
    ...pageMembers(page),
  }),
});
