// Whoever asks one of several servers for its metrics means all of them.
const patienceMs = 2_000;

const servers = new Set();

/** Lets a server ask what all have to report. Whoever does not answer in time is left out. @returns the same process */
export function relayReports(server) {
  servers.add(server);
  server.once("exit", () => servers.delete(server));
  server.on("message", async (message) => {
    if (message.wantsReports === undefined) return;
    const reports = await Promise.all([...servers].map((each) => reportOf(each, message.wantsReports)));
    if (server.connected) server.send({ reports: reports.flat(), for: message.wantsReports });
  });
  return server;
}

/** @returns a list of one, or of none */
function reportOf(server, id) {
  return new Promise((done) => {
    const finish = (reports) => {
      clearTimeout(timer);
      server.off("message", hear);
      server.off("exit", leave);
      done(reports);
    };
    const hear = (message) => message.reportFor === id && finish([message.report]);
    const leave = () => finish([]);
    const timer = setTimeout(leave, patienceMs);
    server.on("message", hear);
    server.once("exit", leave);
    if (server.connected) server.send({ report: id });
    else leave();
  });
}
