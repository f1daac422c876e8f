import { type CalendarDate, dayOf } from './calendar-date.js';

/** The business clock: the only source of "now" and "today" outside technical code. Tests and the demo set it. */
export abstract class Clock {
  abstract now(): Date;
  /** Today as a legal day in the deployment's zone. */
  today(): CalendarDate {
    return dayOf(this.now());
  }
}

export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}

/** A clock that stands still where it is put. */
export class FixedClock extends Clock {
  private at: Date;
  constructor(at: Date | string) {
    super();
    this.at = new Date(at);
  }
  now(): Date {
    return new Date(this.at);
  }
  set(at: Date | string): void {
    this.at = new Date(at);
  }
}
