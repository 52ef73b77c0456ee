// chrono-node's Arabic locale. usage: node read_with_chrono.cjs casual JOB ENVIRONMENT
// The job and the answer are those of adapter.py.

const fs = require("node:fs");
const path = require("node:path");
const { createRequire } = require("node:module");

process.env.TZ = "UTC";
const { ar } = createRequire(path.join(path.resolve(process.argv[4]), "package.json"))("chrono-node");
const job = JSON.parse(fs.readFileSync(process.argv[3], "utf8"));

const noon = (anchor) => new Date(`${anchor}T12:00:00Z`);
const iso = (year, month, day) => new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
const find = (text, anchor) => ar.parse(text, noon(anchor));

// A result's first and last day, as long as the finest part that chrono is certain of, and the day that it gives.
function span(part) {
  const [year, month, day] = ["year", "month", "day"].map((name) => part.get(name));
  const given = iso(year, month, day);
  if (["day", "weekday", "hour"].some((name) => part.isCertain(name))) return [given, given, given];
  if (part.isCertain("month")) return [iso(year, month, 1), iso(year, month + 1, 0), given];
  return [iso(year, 1, 1), iso(year, 12, 31), given];
}

const times = {};
for (const probe of job.times) {
  times[probe.id] = find(probe.text, probe.anchor).map((found) => {
    const [start, end, given] = span(found.start);
    return found.end ? [start, span(found.end)[1], null] : [start, end, given];
  });
}

const passages = fs.readFileSync(job.passages, "utf8").trim().split("\n").map((line) => JSON.parse(line));
const seconds = [];
const failures = [];

function attempt({ text, anchor }, noted) {
  try {
    find(text, anchor);
  } catch (error) {
    noted.push(String(error).slice(0, 200));
  }
}

passages.slice(0, job.warming).forEach((passage) => attempt(passage, []));
let spent = 0;
for (const passage of passages.slice(job.warming)) {
  const before = process.cpuUsage();
  attempt(passage, failures);
  const { user, system } = process.cpuUsage(before);
  seconds.push((user + system) / 1e6);
  spent += seconds.at(-1);
  if (spent > job.budget) break;
}
process.stdout.write(JSON.stringify({ times, seconds, failures }) + "\n");
