export { DocumentsModule } from './documents.module.js';
export { NUMBER_SHAPE, nextNumber } from './numbering.js';
export type { Volume } from './domain/document-kind.js';
export * from './files/index.js';
