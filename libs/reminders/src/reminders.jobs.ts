import { noticeWanted, participantChanged, type Notice } from '@app/cases';
import { calendarChanged, clockMoved, clockStarted, clockStopped, type ClockEvent } from '@app/deadlines';
import type { Id } from '@app/kernel';
import { NotificationsService } from '@app/notifications';
import { Every, OnEvent, publish, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { Notices } from './notices.js';
import { openClocks, openClocksOf } from './clock-facts.js';
import { ReminderPlanner } from './planner.js';
import { reminderStepsChanged, replanWanted } from './reminders.events.js';
import { EVERY_RULE } from './step-settings.js';
import { ReminderRecipients } from './reminder-recipients.js';
import { ReminderSweep } from './sweep.js';

/** Clocks planned anew in one transaction. */
const PORTION = 500;

/** Plans reminders when something happens to clocks or to the people around them, and sends them when they are due. */
@Injectable()
export class RemindersJobs {
  constructor(
    private readonly planner: ReminderPlanner,
    private readonly sweeper: ReminderSweep,
    private readonly recipients: ReminderRecipients,
    private readonly notifications: NotificationsService,
    private readonly notices: Notices,
  ) {}

  @OnEvent(clockStarted, { name: 'reminders.plan-started-clock' })
  planStarted(tx: Tx, { clockId }: ClockEvent): Promise<void> {
    return this.planner.replan(tx, [clockId]);
  }

  @OnEvent(clockMoved, { name: 'reminders.plan-moved-clock' })
  planMoved(tx: Tx, { clockId }: ClockEvent): Promise<void> {
    return this.planner.replan(tx, [clockId]);
  }

  @OnEvent(clockStopped, { name: 'reminders.cancel-stopped-clock' })
  cancelStopped(tx: Tx, { clockId }: ClockEvent): Promise<void> {
    return this.planner.replan(tx, [clockId]);
  }

  /** Whoever takes over is reminded from now on, whoever has left no more; of whoever is shut out nothing stays. */
  @OnEvent(participantChanged, { name: 'reminders.plan-changed-participants' })
  async planParticipants(tx: Tx, { disputeId }: { disputeId: Id }): Promise<void> {
    await this.planner.replan(tx, await openClocksOf(tx, disputeId));
    await this.notifications.withdraw(tx, disputeId, await this.recipients.shutOut(tx, disputeId));
  }

  /** Steps are counted in working days: they may lie on other days although the due day does not move. */
  @OnEvent(calendarChanged, { name: 'reminders.plan-changed-calendar' })
  async planCalendar(tx: Tx): Promise<void> {
    publish(tx, replanWanted, { rule: null, after: null });
    return Promise.resolve();
  }

  @OnEvent(reminderStepsChanged, { name: 'reminders.plan-changed-steps' })
  async planSteps(tx: Tx, { rule }: { rule: string }): Promise<void> {
    publish(tx, replanWanted, { rule: rule === EVERY_RULE ? null : rule, after: null });
    return Promise.resolve();
  }

  /** A portion in a transaction of its own; the next one follows by event. */
  @OnEvent(replanWanted, { name: 'reminders.plan-portion' })
  async planPortion(tx: Tx, { rule, after }: { rule: string | null; after: Id | null }): Promise<void> {
    const clockIds = await openClocks(tx, rule, after, PORTION);
    await this.planner.replan(tx, clockIds);
    if (clockIds.length === PORTION) publish(tx, replanWanted, { rule, after: clockIds.at(-1)! });
  }

  /** Tells those who hold a role what another lib found. */
  @OnEvent(noticeWanted, { name: 'reminders.send-notice' })
  sendNotice(tx: Tx, notice: Notice): Promise<void> {
    return this.notices.send(tx, notice);
  }

  @Every(1000, 'reminders.sweep')
  sweep(): Promise<boolean> {
    return this.sweeper.sweep();
  }
}
