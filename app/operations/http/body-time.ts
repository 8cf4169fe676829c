import type { Request, RequestHandler, Response } from "express";
import { reading } from "#app/web/doors/accepts.ts";
import { refuseRequest } from "./refusal.ts";

/**
 * Every request has this long to come whole, also where nobody reads its body: it was refused, or it only asks for a
 * page. A door that takes slower bodies gives more.
 */
export const limitBodyTime: RequestHandler = (request, response, next) => {
  giveTime(request, response, reading.mostSeconds);
  next();
};

/** Whoever sends too slowly is told so, and hung up on: nobody will read the rest. What was given before is over. */
export function giveTime(request: Request, response: Response, seconds: number): void {
  clearTimeout(response.locals.bodyTimer);
  const timer = setTimeout(() => {
    // the body has come, and it is our answer that takes so long
    if (request.complete) return;
    if (response.headersSent) return void request.destroy();
    response.once("finish", () => request.destroy());
    refuseRequest(request, response.set("Connection", "close"), 408);
  }, seconds * 1000);
  response.locals.bodyTimer = timer;
  for (const event of ["end", "close"]) request.once(event, () => clearTimeout(timer));
}
