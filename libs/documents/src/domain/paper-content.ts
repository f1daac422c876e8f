import type { CalendarDate } from '@app/kernel';
import type { AddresseeRole, Block, DocumentData, DocumentKind, Layout, SealKind } from './document-kind.js';
import { namingBlankDays, withBlanks } from './paper-data.js';
import { reliefSentence, type Relief } from './relief.js';

/** Somebody a paper goes to. */
export interface Addressee {
  readonly role: AddresseeRole;
  /** As it stands on paper. */
  readonly name: string;
  /** The party of the dispute, or the organ of the directory, if it is one. */
  readonly partyId?: string | undefined;
  readonly organId?: string | undefined;
  /** Laid over the paper's data in his own text, where each addressee gets one ({@link DocumentKind.personal}). */
  readonly data?: DocumentData | undefined;
}

/** The text of one addressee, under the number all have. */
export interface Copy {
  readonly addressees: readonly string[];
  readonly blocks: readonly Block[];
}

/** All that stands on a paper. It is frozen at signing: what is rendered later is made from this and nothing else. */
export interface PaperContent {
  readonly kind: string;
  readonly title: string;
  readonly layout: Layout;
  readonly seal: SealKind;
  readonly number: string | null;
  /** 成文日期 is the day of signing; null while it is a draft. */
  readonly issuedOn: CalendarDate | null;
  /** The organ that signs, as its name stands on paper; empty on internal papers. */
  readonly issuer: string;
  readonly addressees: readonly string[];
  readonly blocks: readonly Block[];
  /** Where each addressee gets a text of his own: these instead of {@link blocks}. */
  readonly copies: readonly Copy[] | null;
  readonly relief: string | null;
  readonly article: string;
  /** The data it was composed from, for templates made by the office. */
  readonly data: DocumentData;
}

export interface ContentParts {
  number: string | null;
  issuedOn: CalendarDate | null;
  issuer: string;
  addressees: readonly Addressee[];
  data: DocumentData;
  relief: Relief | null;
}

/** Puts a paper together; what is missing is shown as such (a paper to be signed was found complete before). */
export function composePaper(kind: DocumentKind, parts: ContentParts): PaperContent {
  return {
    kind: kind.code,
    title: kind.name,
    layout: kind.layout,
    seal: kind.seal,
    number: parts.number,
    issuedOn: parts.issuedOn,
    issuer: issuerOf(kind, parts),
    addressees: [...new Set(parts.addressees.map((each) => each.name))],
    blocks: composeBlocks(kind, { ...parts.data, ...parts.addressees[0]?.data }),
    copies: copiesOf(kind, parts),
    relief: parts.relief ? reliefSentence(parts.relief) : null,
    article: (parts.issuedOn === null ? null : kind.articleOn?.(parts.issuedOn)) ?? kind.article,
    data: parts.data,
  };
}

function issuerOf({ issuerField }: DocumentKind, { issuer, data }: ContentParts): string {
  const named = issuerField === undefined ? undefined : data[issuerField];
  return typeof named === 'string' && named.trim() !== '' ? named.trim() : issuer;
}

function copiesOf(kind: DocumentKind, { addressees, data }: ContentParts): Copy[] | null {
  if (!kind.personal || addressees.length < 2) return null;
  return addressees.map((addressee) => ({
    addressees: [addressee.name],
    blocks: composeBlocks(kind, { ...data, ...addressee.data }),
  }));
}

function composeBlocks(kind: DocumentKind, data: DocumentData): Block[] {
  const blocks = kind.compose(withBlanks(kind, data));
  return JSON.parse(namingBlankDays(kind, data, JSON.stringify(blocks))) as Block[];
}
