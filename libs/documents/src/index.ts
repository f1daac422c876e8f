export { DocumentsModule } from './documents.module.js';
export { NUMBER_SHAPE, nextNumber } from './numbering.js';
export type {
  AddresseeRole,
  Block,
  DocumentData,
  DocumentField,
  DocumentKind,
  Layout,
  SealKind,
  Volume,
} from './domain/document-kind.js';
export { missingFields } from './domain/missing-fields.js';
