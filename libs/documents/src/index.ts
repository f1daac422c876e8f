export * from './domain/document-kind.js';
export { isReliefCode, RELIEF_CODES, type ReliefCode } from './domain/relief.js';
export { isSeries, SERIES, type SeriesCode } from './domain/series.js';
export { faultsOfKind } from './domain/validate-kind.js';
export type { Addressee, PaperContent } from './domain/paper-content.js';
export { DocumentKinds } from './document-kinds.js';
export { documentDrafted, documentSigned, documentVoided } from './documents.events.js';
export { DocumentsHttpModule, DocumentsJobsModule, DocumentsModule, RenderingModule } from './documents.module.js';
export { download } from './download.js';
export { NUMBER_SHAPE, nextNumber } from './numbering.js';
export { missingFields } from './domain/paper-data.js';
export {
  documentsOfCase,
  findDocument,
  savedVersions,
  type DocumentHead,
  type DocumentRow,
  type SavedVersion,
} from './papers/document.store.js';
export type { DocumentState } from './papers/document.entity.js';
export { signedPapers, type SignedPaper } from './papers/signed-papers.js';
export { DocumentsService, type NewPaper, type Writer } from './papers/documents.service.js';
export { RENDER_OPTIONS, renderOptions, type RenderOptions } from './rendering/options.js';
export type { Format } from './rendering/rendition.entity.js';
export { fileOf, renditionsOf, wantAgain, type RenditionLine } from './rendering/rendition.store.js';
export { SealService, type SealRequest } from './seal/seal-service.js';
export type { Volume } from './domain/document-kind.js';
export * from './files/index.js';
export * from './kit/index.js';
