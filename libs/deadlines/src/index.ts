export * from './calendar-data.js';
export * from './domain/index.js';
