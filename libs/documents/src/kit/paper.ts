import type { AddresseeRole, Block, DocumentField, DocumentKind, Layout } from '../domain/document-kind.js';
import { Words } from './words.js';

/** Who answers for a paper: what papers of one sort have in common. */
export type Manner = Pick<DocumentKind, 'seal' | 'volume' | 'drafters' | 'signers' | 'fourEyes' | 'served'> &
  Partial<Pick<DocumentKind, 'readers' | 'issuerField'>>;

interface Peculiar<M extends string> extends Partial<Manner> {
  readonly code: string;
  readonly name: string;
  readonly article: string;
  readonly manner: M;
  readonly series?: string;
  readonly layout: Layout;
  readonly to?: readonly AddresseeRole[];
  readonly relief?: string;
  readonly personal?: boolean;
  readonly fields: readonly DocumentField[];
  /** The body, from complete data. */
  readonly body: (words: Words) => readonly Block[];
}

/** Makes kinds of paper from what is peculiar to each; who answers for it comes with its manner. */
export function paperOf<M extends string>(manners: Readonly<Record<M, Manner>>): (of: Peculiar<M>) => DocumentKind {
  return ({ manner, series, to = [], body, ...rest }) => ({
    ...manners[manner],
    ...rest,
    series: series ?? null,
    addressees: to,
    compose: (data) => body(new Words(data)),
  });
}
