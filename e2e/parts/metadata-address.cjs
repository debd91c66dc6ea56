// Leads connections to the well-known address of instance metadata to a port of this machine, as a rule of a packet filter
// would: for machines on which nobody may give a process a network of its own. The program that makes them stays as it is.
const { Socket } = require('node:net');

const { connect } = Socket.prototype;

Socket.prototype.connect = function led(...given) {
  const [options] = Array.isArray(given[0]) ? given[0] : given;
  if (options?.host === '100.100.100.200' && Number(options.port) === 80) {
    Object.assign(options, { host: '127.0.0.1', port: Number(process.env.METADATA_PORT) });
  }
  return Reflect.apply(connect, this, given);
};
