import { kindShapes } from "./kind-shapes.ts";
import type { SessionKind } from "./kinds.ts";

/** Stands before the word for a kind of session, so that a list of them can be read at a glance. */
export const KindMark = ({ kind }: { kind: SessionKind }) => (
  <svg aria-hidden="true" viewBox="0 0 12 12" className="me-1.5 inline-block size-3 fill-key print:fill-ink">
    <path d={kindShapes[kind]} />
  </svg>
);
