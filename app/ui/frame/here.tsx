import { createContext, useContext } from "react";
import type { FormMessage } from "#app/ui/form/message.ts";

/** What a form says that came back: what is wrong with its fields, and what was typed into them. */
export type Returned = {
  errors?: Record<string, FormMessage>;
  values?: Record<string, string | string[] | undefined>;
  /** Where it waited for its sender to sign in again: nothing of it has been done. */
  kept?: { id: string; kind: "form" | "press" };
  /** Who saved the same last, and when, where somebody has meanwhile. */
  lastChange?: { by: string; at: string };
};

/** The page that is being read. */
export type Here = {
  path: string;
  /** With its question mark; empty where the address asks nothing. */
  search: string;
  /** Null where no form was sent, or where it was accepted. */
  returned: Returned | null;
};

const HereContext = createContext<Here>({ path: "", search: "", returned: null });

/** Set once around the whole page, by whoever answers the request. */
export const HereProvider = HereContext.Provider;

/** For links that mark the current page, and forms that keep what was typed. What a page shows comes as props. */
export const useHere = () => useContext(HereContext);
