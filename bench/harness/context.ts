import type { Databases } from './databases.js';
import type { BenchOptions } from './options.js';
import type { Report } from './report.js';

/** What every measure is given. */
export interface Bench {
  options: BenchOptions;
  databases: Databases;
  report: Report;
}

/** Connections of the loads, as in production behind one proxy. */
export const CONNECTIONS = 32;
