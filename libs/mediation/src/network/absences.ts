import { DirectoryService } from '@app/directory';
import type { CalendarDate, Id } from '@app/kernel';
import { Injectable } from '@nestjs/common';

/** Who is on leave. */
@Injectable()
export class Absences {
  constructor(private readonly directory: DirectoryService) {}

  /** Persons who are absent on a day. */
  async on(day: CalendarDate): Promise<Id[]> {
    return (await this.directory.absentOn(day)).map((a) => a.personId);
  }
}
