import { z } from "zod";
import { choice, ids, optionalChoice, optionalText, requiredId, requiredText } from "#app/web/fields.ts";
import { proposalRules } from "./proposal.rules.ts";
import { boardColumns, decisionReasons, eligibilities, mostDecidedAtOnce } from "./selection.rules.ts";

const n = ids<"nomination">().refine(
  (chosen) => chosen.length > 0 && chosen.length <= mostDecidedAtOnce,
  "selection:form.people",
);

/** On the board: what is decided about some people, or a place more or less in the reserve. */
export const selectionForm = z.discriminatedUnion("part", [
  z.object({
    part: z.literal("decision"),
    n,
    decision: choice(boardColumns),
    /** Empty: as it is. */
    eligibility: optionalChoice(eligibilities),
    because: optionalChoice(decisionReasons),
    /** By which they were proposed. */
    rule: optionalChoice(proposalRules),
    /** Empty: the former one stays. */
    note: optionalText(500),
    /** The decisions as the page has shown them. */
    version: requiredText(80),
  }),
  z.object({
    part: z.literal("move"),
    nomination: requiredId<"nomination">(),
    step: choice(["up", "down"]),
  }),
]);
export type DecisionInput = Extract<z.output<typeof selectionForm>, { part: "decision" }>;

/** What the page has promised: how many get what. */
export const announcementForm = z.object({ promised: requiredText(80) });
