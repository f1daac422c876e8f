import { Every } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { IntegrityRunner } from './runner.js';

/** The nightly run, and what somebody asked for, portion by portion in whichever worker comes first. */
@Injectable()
export class IntegrityJobs {
  constructor(private readonly runner: IntegrityRunner) {}

  @Every(30_000, 'integrity.check')
  async check(): Promise<boolean> {
    await this.runner.beginNight();
    return (await this.runner.step()) === 'more';
  }
}
