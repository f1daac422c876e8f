import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Prometheus metrics of one process. Libs add gauges that read the database when they are scraped. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  readonly http = new Histogram({
    name: 'heyi_http_request_seconds',
    help: 'Duration of HTTP requests by route pattern',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  /** A gauge whose value, one for each label, is read at every scrape. A value that cannot be read is left out. */
  gauge(name: string, help: string, read: () => Promise<number | Record<string, number>>, label = 'kind'): void {
    const gauge: Gauge = new Gauge({
      name,
      help,
      labelNames: [label],
      registers: [this.registry],
      collect: async () => {
        gauge.reset();
        const value = await read().catch(() => ({}));
        if (typeof value === 'number') gauge.set(value);
        else for (const [key, n] of Object.entries(value)) gauge.set({ [label]: key }, n);
      },
    });
  }
}
