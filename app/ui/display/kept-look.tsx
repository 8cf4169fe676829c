import { useLook } from "./list-query.ts";

/** In a form that narrows a list: columns and order stay as they are. */
export function KeptLook() {
  return useLook().map(([name, value], index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: an address may say the same twice
    <input key={index} type="hidden" name={name} value={value} />
  ));
}
