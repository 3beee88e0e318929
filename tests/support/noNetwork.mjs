// Loaded before the program: whatever it asks of the network beyond this machine is written down and refused.

import dgram from "node:dgram";
import dns from "node:dns";
import { appendFileSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";

const LOCAL = /^(127\.\d+\.\d+\.\d+|::1|localhost)$/;

function refuse(what) {
  appendFileSync(process.env.NETWORK_LOG, `${what}\n`);
  throw new Error(`this run may not leave the machine: ${what}`);
}

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...args) {
  const [options] = args.flat();
  const host = typeof options === "object" ? options?.host : typeof args[1] === "string" ? args[1] : undefined;
  if (typeof options === "object" && options?.path && !host) return connect.apply(this, args);
  if (!LOCAL.test(host ?? "localhost")) refuse(`connect ${host}`);
  return connect.apply(this, args);
};

for (const resolver of [dns, dns.promises])
  for (const name of Object.keys(resolver).filter((key) => /^(lookup|resolve|reverse)/.test(key))) {
    const ask = resolver[name];
    resolver[name] = (host, ...rest) => (LOCAL.test(host) ? ask(host, ...rest) : refuse(`${name} ${host}`));
  }

dgram.Socket.prototype.send = () => refuse("datagram");
syncBuiltinESMExports();
