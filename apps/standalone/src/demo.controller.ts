import { Clock, DomainError, IsCalendarDate, type CalendarDate } from '@app/kernel';
import { Allow } from '@app/platform';
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { DemoClock } from './demo-clock.js';

export class MoveClockRequest {
  /** The day it shall be. */
  @IsOptional()
  @IsCalendarDate()
  today?: CalendarDate;

  /** Or a number of days to move on. */
  @IsOptional()
  @IsInt({ message: '天数应为整数' })
  @Min(1, { message: '至少前进 1 天' })
  @Max(366, { message: '一次最多前进 366 天' })
  days?: number;
}

export class DemoClockView {
  today!: CalendarDate;
}

/** Only in the demo: what day it is. */
@ApiTags('demo')
@Controller('demo/clock')
export class DemoController {
  private readonly demo: DemoClock;

  constructor(clock: Clock) {
    if (!(clock instanceof DemoClock)) throw new Error('the demo needs the demo clock');
    this.demo = clock;
  }

  @Get()
  @Allow('identity.self')
  read(): DemoClockView {
    return { today: this.demo.today() };
  }

  /** Moves the clock on; what falls due meanwhile happens within seconds. */
  @Post()
  @Allow('identity.self')
  @HttpCode(200)
  move(@Body() request: MoveClockRequest): DemoClockView {
    if ((request.today === undefined) === (request.days === undefined)) {
      throw new DomainError('demo.one-of-two', { kind: 'invalid', detail: '请填写 today 或 days 其中一项。' });
    }
    if (request.today !== undefined) {
      if (request.today < this.demo.today()) {
        throw new DomainError('demo.backward', { kind: 'invalid', detail: '演示时钟只能向前。' });
      }
      this.demo.moveTo(request.today);
    } else this.demo.advance(request.days!);
    return this.read();
  }
}
