export * from './calendar-data.js';
export * from './domain/index.js';
export { loadBundledCalendar } from './bundled-calendar.js';
export { CalendarStore, type Basis } from './calendar.store.js';
export type { ClockMoved, ClockStarted } from './clock-changes.js';
export { ClockLineView } from './clock-line.dto.js';
export { clockLine, nameOfResponsible } from './clock-line.js';
export { ClockRules } from './clock-rules.js';
export {
  calendarChanged,
  clockExpired,
  clockMoved,
  clockStarted,
  clockStopped,
  type ClockEvent,
} from './clock.events.js';
export type { ClockRow } from './clock.store.js';
export { ClocksService, type NewClock } from './clocks.service.js';
export { DeadlinesHttpModule, DeadlinesJobsModule, DeadlinesModule } from './deadlines.module.js';
