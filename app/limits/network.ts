import { isIPv6 } from "node:net";

/**
 * What counts as one visitor: an IPv4 address, or the /64 of an IPv6 address. Everybody can change the other half of
 * that at will. Some proxies also hand on the visitor's port.
 */
export function networkOf(address: string): string {
  const bare = address
    .trim()
    .replace(/^\[(.*)\](:\d+)?$/, "$1")
    .replace(/^(\d+(?:\.\d+){3}):\d+$/, "$1")
    .replace(/^::ffff:(?=[\d.]+$)/i, "");
  if (!isIPv6(bare)) return bare;
  const [before = "", after] = bare.replace(/%.*$/, "").toLowerCase().split("::");
  const [head, tail] = [groupsOf(before), groupsOf(after ?? "")];
  const groups = [...head, ...Array<string>(8 - head.length - tail.length).fill("0"), ...tail];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":")}::/64`;
}

/** An IPv4 address at the end stands for two groups. */
const groupsOf = (part: string) =>
  part.split(":").flatMap((group) => (group.includes(".") ? ["", ""] : group ? [group] : []));
