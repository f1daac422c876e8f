import { actorOfPerson } from '@app/identity';
import { Clock, notFound, type Actor, type Id } from '@app/kernel';
import { Database, FieldCipher } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { EntriesQueries } from './entries.queries.js';
import { render } from './render.js';
import { secretHash } from './secret.js';

export interface Calendar {
  text: string;
  /** Strong entity tag of the text. */
  etag: string;
}

/** The calendar behind a feed's address. */
@Injectable()
export class CalendarService {
  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
    private readonly entries: EntriesQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * The calendar of the feed's owner, with what he may see at this moment.
   * @throws DomainError feeds.calendar.not-found: no such secret, a feed that was revoked, or an owner without an account
   *   in use; they are not told apart
   */
  async read(secret: string): Promise<Calendar> {
    const actor = await this.ownerOf(secret);
    if (!actor) throw notFound('feeds.calendar');
    const text = render('和议日程', await this.entries.of(actor, this.clock.today()));
    return { text, etag: `"${createHash('sha256').update(text).digest('base64url')}"` };
  }

  private async ownerOf(secret: string): Promise<Actor | undefined> {
    const today = this.clock.today();
    const [feed] = await this.database.read<{ id: Id; personId: Id; readToday: boolean }>(FIND, [
      secretHash(this.cipher, secret),
      today,
    ]);
    const actor = feed && (await actorOfPerson(this.database, feed.personId, today));
    if (!feed || !actor) return undefined;
    if (!feed.readToday) await this.database.read('UPDATE feeds.feed SET read_on = $2 WHERE id = $1', [feed.id, today]);
    return actor;
  }
}

const FIND = `SELECT id, person_id AS "personId", read_on IS NOT DISTINCT FROM $2::date AS "readToday"
  FROM feeds.feed WHERE secret_hash = $1 AND revoked_at IS NULL`;
