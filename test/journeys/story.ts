import { instantOf, type CalendarDate, type Id } from '@app/kernel';
import type { TestApp } from '../support/app.js';
import { Given, mustBe } from '../support/given.js';

export interface ClockSeen {
  rule: string;
  startsOn: CalendarDate;
  dueOn: CalendarDate;
  state: string;
  article: string;
  provisional: boolean;
}

interface Message {
  login: string;
  kind: string;
  title: string;
}

/** A story told on one service: what people do, and the days that pass. */
export class Story extends Given {
  constructor(app: TestApp) {
    super(app);
  }

  /** It is this day and time; everything that is due happens. */
  async on(day: CalendarDate, time = '09:30'): Promise<void> {
    this.app.clock.set(instantOf(day, time));
    await this.app.drain();
  }

  /** The clocks of a case as somebody who handles it sees them, by rule; the last one started of each. */
  async clocksOf(caseId: Id, login = 'lian'): Promise<Record<string, ClockSeen>> {
    const view = mustBe(200, await (await this.app.as(login)).get(`/cases/${caseId}`)) as { clocks: ClockSeen[] };
    return Object.fromEntries(
      [...view.clocks].sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1)).map((c) => [c.rule, c]),
    );
  }

  async stateOf(caseId: Id, login = 'lian'): Promise<string> {
    return (mustBe(200, await (await this.app.as(login)).get(`/cases/${caseId}`)) as { state: string }).state;
  }

  /** What was done, oldest first. */
  async historyOf(disputeId: Id, login = 'lian'): Promise<string[]> {
    const answer = await (await this.app.as(login)).get(`/disputes/${disputeId}/history?limit=200`);
    return (mustBe(200, answer) as { sentence: string }[]).map((entry) => entry.sentence).reverse();
  }

  /** Somebody's messages, oldest first, as his inbox has them. */
  async inboxOf(login: string): Promise<{ title: string; body: string; kind: string; readAt: Date | null; id: Id }[]> {
    const answer = await (await this.app.as(login)).get('/notifications?size=100');
    return (
      mustBe(200, answer) as { items: { title: string; body: string; kind: string; readAt: Date | null; id: Id }[] }
    ).items.reverse();
  }

  /** Messages about a rule's clock of a case or dispute that came since the last look, as `login kind`. */
  async remindedOf(number: string, ruleName: string): Promise<string[]> {
    const rows = await this.app.database.read<Message & { id: Id }>(
      `SELECT n.id, a.login, n.kind, n.title FROM notifications.notification n
       JOIN identity.account a ON a.person_id = n.recipient_id
       WHERE n.title LIKE '%' || $1 || ' ' || $2 || '%' ORDER BY a.login`,
      [number, ruleName],
    );
    const fresh = rows.filter((row) => !this.seen.has(row.id));
    for (const row of fresh) this.seen.add(row.id);
    return fresh.map((row) => `${row.login} ${row.kind}`);
  }

  async numberOf(caseId: Id): Promise<string> {
    const [row] = await this.app.database.read<{ number: string }>('SELECT number FROM cases.case_file WHERE id = $1', [
      caseId,
    ]);
    return row!.number;
  }

  private readonly seen = new Set<Id>();
}
