export * from './actor.js';
export * from './calendar-date.js';
export * from './clock.js';
export * from './domain-error.js';
export * from './id.js';
export * from './is-calendar-date.js';
export * from './page.js';
export * from './roles.js';
