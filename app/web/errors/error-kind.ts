const told = [400, 403, 404, 409, 413, 422, 429, 500, 503] as const;
type ErrorKind = (typeof told)[number];

/** Which words under `error` in `common.json` tell of a status. What has none of its own is told as a fault of ours. */
export const errorKind = (status: number): ErrorKind => told.find((kind) => kind === status) ?? 500;
