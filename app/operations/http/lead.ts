import type { ServerBuild } from "@remix-run/node";
import type { RequestHandler, Response } from "express";
import { type Accepts, acceptsOf, anywhere } from "#app/web/doors/accepts.ts";
import { isAlike } from "#app/web/doors/alike.ts";

/** Where an address leads: the routes that can match it, and what the door of the one that does accepts. */
export type Lead = {
  ids: readonly string[];
  /** Null where it leads nowhere. */
  accepts: Accepts | null;
  /** Whether all strangers see the same page there. */
  isAlike: boolean;
};

type Leaf = { id: string; parts: string[] };

/**
 * Finds out where each request leads, before its body is read. In development the site is built anew with each change.
 */
export function findLead(build: ServerBuild | (() => Promise<ServerBuild>)): RequestHandler {
  if (typeof build === "function") return findLeadAnew(build);
  const leadOf = leadsOf(build);
  return (request, response, next) => {
    response.locals.lead = leadOf(request.path);
    next();
  };
}

function findLeadAnew(build: () => Promise<ServerBuild>): RequestHandler {
  return async (request, response, next) => {
    // a build that breaks is told by Remix, which asks for it again
    const built = await build().catch(() => null);
    if (built) response.locals.lead = leadsOf(built)(request.path);
    next();
  };
}

/** What is accepted where this request leads; where it leads nowhere, what is accepted in most places. */
export const acceptedAt = ({ locals }: Response): Accepts => (locals.lead as Lead | undefined)?.accepts ?? anywhere;

/** Finds the routes that can match an address. For each set of routes there is one lead, made once. */
export function leadsOf(build: ServerBuild): (path: string) => Lead {
  const leaves = Object.values(build.routes)
    .flatMap((route) => route ?? [])
    .filter(({ parentId }) => parentId !== undefined)
    .map(({ id, path = "" }) => ({ id, parts: partsOf(path) }));
  const leads = new Map<string, Lead>();
  return (path) => {
    const parts = partsOf(path.replace(/\.data$/, "").replace(/^\/_root$/, "/")).map(decodeURIComponent);
    const fitting = leaves.filter((leaf) => couldMatch(leaf.parts, parts));
    const key = fitting.map(({ id }) => id).join();
    const known = leads.get(key) ?? leadTo(build, fitting);
    leads.set(key, known);
    return known;
  };
}

function leadTo(build: ServerBuild, fitting: Leaf[]): Lead {
  const chosen = closest(fitting);
  const module = chosen && build.routes[chosen.id]?.module;
  return {
    ids: fitting.map(({ id }) => id),
    accepts: module ? acceptsOf(module) : null,
    isAlike: isAlike(module?.loader),
  };
}

/** The route that Remix chooses: of patterns of one length, the one with most words. The pattern `*` leads nowhere. */
function closest(fitting: Leaf[]): Leaf | undefined {
  const words = ({ parts }: Leaf) => parts.filter((part) => !part.startsWith(":") || endingOf(part)).length;
  return fitting.filter(({ parts }) => parts[0] !== "*").sort((a, b) => words(b) - words(a))[0];
}

const partsOf = (path: string) => path.toLowerCase().split("/").filter(Boolean);

const couldMatch = (pattern: string[], parts: string[]) =>
  pattern[0] === "*" ||
  (pattern.length === parts.length && pattern.every((part, index) => fits(part, parts[index] ?? "")));

const fits = (pattern: string, part: string) =>
  pattern.startsWith(":") ? part.endsWith(endingOf(pattern)) : part === pattern;

/** `.xlsx` of `:message.xlsx`; empty where anything may stand. */
const endingOf = (pattern: string) => /^:\w+(\.\w+)$/.exec(pattern)?.[1] ?? "";
