import { type Hindrance, shortfallOf } from "#app/certificates/rules.ts";

type Explained = Exclude<Hindrance, "workshopNotCompleted">;

/** `ready`: the coordination has to issue it. `yours`: its holder has to do something. `none`: there will be none. */
export type Standing = { standing: "ready" | "yours" | "none"; reasons: (Explained | "ready" | "revoked")[] };

/**
 * Where somebody stands who has no valid certificate of a finished workshop, and everything that explains it. Whoever
 * did not attend enough is asked for nothing that could not help.
 */
export function standingOf(hindrances: readonly Hindrance[], wasRevoked: boolean): Standing {
  const revoked = wasRevoked ? (["revoked"] as const) : [];
  const shortfall = shortfallOf(hindrances);
  if (shortfall) return { standing: "none", reasons: [...revoked, shortfall] };
  const explained = hindrances.filter((one): one is Explained => one !== "workshopNotCompleted");
  if (explained.includes("nameNotConfirmed")) return { standing: "yours", reasons: [...revoked, ...explained] };
  if (wasRevoked) return { standing: "none", reasons: ["revoked"] };
  return { standing: "ready", reasons: explained.length ? explained : ["ready"] };
}
