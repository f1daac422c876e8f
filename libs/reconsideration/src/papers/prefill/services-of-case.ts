import { PAPERS, type Delivery } from '@app/service-of-process';
import type { PaperCase } from './paper-case.js';

/** What was served in a case on whom, oldest first. */
export const servicesOf = (deliveries: readonly Delivery[]): PaperCase['services'][number][] =>
  deliveries
    .flatMap(({ paper, recipientId, servedOn, method }) =>
      servedOn === null ? [] : [{ document: paper, recipientId, servedOn, method }],
    )
    .sort((a, b) => (a.servedOn < b.servedOn ? -1 : Number(a.servedOn > b.servedOn)));

/** What a document served is called in a list. */
export const SERVED_NAMES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(PAPERS).map(([tag, { name }]) => [tag, name]),
);
