import { type Obstacle, shortfallOf } from "#app/certificates/rules.ts";

type Told = Exclude<Obstacle, "alreadyIssued" | "workshopNotCompleted">;

/** `ready`: the coordination has to issue it. `yours`: its holder has to do something. `none`: there will be none. */
export type Standing = { standing: "ready" | "yours" | "none"; reasons: (Told | "ready" | "revoked")[] };

/**
 * Where somebody stands who has no valid certificate of a finished workshop, and everything that explains it. Whoever
 * did not attend enough is asked for nothing that could not help.
 */
export function standingOf(hindrances: readonly Obstacle[], wasRevoked: boolean): Standing {
  const revoked = wasRevoked ? (["revoked"] as const) : [];
  const shortfall = shortfallOf(hindrances);
  if (shortfall) return { standing: "none", reasons: [...revoked, shortfall] };
  const told = hindrances.filter((one): one is Told => one !== "alreadyIssued" && one !== "workshopNotCompleted");
  if (told.includes("nameNotConfirmed")) return { standing: "yours", reasons: [...revoked, ...told] };
  if (wasRevoked) return { standing: "none", reasons: ["revoked"] };
  return { standing: "ready", reasons: told.length ? told : ["ready"] };
}
