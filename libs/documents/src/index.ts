export { DocumentsModule } from './documents.module.js';
export { NUMBER_SHAPE, nextNumber } from './numbering.js';
