import { ClocksService } from '@app/deadlines';
import { DirectoryService } from '@app/directory';
import type { Actor, Id } from '@app/kernel';
import { sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import {
  MESSAGE_KINDS,
  MORE_TIME_OUTCOMES,
  REQUEST_KINDS,
  REQUEST_STATES,
  VOICES,
  type MoreTimeOutcome,
  type Voice,
} from '../domain/kinds.js';
import { ThreadStore, type MessageRow, type RequestRow } from './thread-store.js';
import type { ThreadFileView, ThreadMessageView, ThreadMoreTimeView, ThreadView } from './threads.dto.js';

interface Mark {
  requestId: Id;
  personId: Id;
  readAt: Date;
}

interface Loaded {
  names: ReadonlyMap<Id, string>;
  messages: readonly MessageRow[];
  files: ReadonlyMap<Id, ThreadFileView>;
  marks: readonly Mark[];
}

/** Threads as both sides see them; everything of many in a few questions. */
@Injectable()
export class ThreadViews {
  constructor(
    private readonly store: ThreadStore,
    private readonly directory: DirectoryService,
    private readonly clocks: ClocksService,
  ) {}

  async of(tx: Tx, actor: Actor, rows: readonly RequestRow[], voice: Voice): Promise<ThreadView[]> {
    const ids = rows.map((row) => row.id);
    const clockIds = rows.map((row) => row.clockId);
    const messages = await this.store.messages(tx, ids);
    const fileIds = messages.flatMap((message) => message.fileIds);
    const files = await sql<ThreadFileView>(tx, FILES, [fileIds]);
    const marks = await sql<Mark>(tx, MARKS, [ids]);
    const moreTimes = await sql<MoreTimeRow>(tx, MORE_TIMES, [clockIds]);
    const lines = new Map(this.clocks.lines(await this.clocks.byIds(tx, clockIds)).map((line) => [line.id, line]));
    const persons = [
      ...rows.map((r) => r.askedBy),
      ...messages.map((m) => m.personId),
      ...marks.map((m) => m.personId),
    ];
    const names = await this.directory.names([...persons, ...rows.map((r) => r.organId)], tx);
    const loaded = { names, messages, marks, files: new Map(files.map((file) => [file.id, file])) };
    return rows.map((row) => {
      const line = lines.get(row.clockId)!;
      const moreTime = moreTimes.find((each) => each.clockId === row.clockId);
      return {
        ...headOf(row, names),
        clock: line,
        late: row.state === 'OPEN' ? line.overdueDays > 0 : row.closedOn! > line.dueOn,
        messages: messagesOf(row.id, actor, voice, loaded),
        moreTime: moreTime ? moreTimeView(moreTime) : null,
        readBy: marks
          .filter((mark) => mark.requestId === row.id)
          .map(({ personId, readAt }) => ({ name: names.get(personId) ?? '', at: readAt })),
      };
    });
  }
}

type MoreTimeRow = Omit<ThreadMoreTimeView, 'outcomeName'> & { outcome: MoreTimeOutcome };

function moreTimeView(row: MoreTimeRow): ThreadMoreTimeView {
  return { ...row, outcomeName: MORE_TIME_OUTCOMES[row.outcome] };
}

function headOf(row: RequestRow, names: ReadonlyMap<Id, string>) {
  const { id, caseId, number, organId, kind, state, askedOn, closedOn, version } = row;
  return {
    ...{ id, caseId, number, organId, kind, state, askedOn, closedOn, version },
    organName: names.get(organId) ?? '',
    kindName: REQUEST_KINDS[kind],
    stateName: REQUEST_STATES[state],
    askedByName: names.get(row.askedBy) ?? '',
  };
}

function messagesOf(
  requestId: Id,
  actor: Actor,
  mine: Voice,
  { messages, names, files, marks }: Loaded,
): ThreadMessageView[] {
  const readAt = marks.find((m) => m.requestId === requestId && m.personId === actor.personId)?.readAt;
  return messages
    .filter((message) => message.requestId === requestId)
    .map(({ id, kind, voice, personId, text, fileIds, at }) => ({
      id,
      kind,
      kindName: MESSAGE_KINDS[kind],
      voice,
      voiceName: VOICES[voice],
      personName: names.get(personId) ?? '',
      text,
      files: fileIds.flatMap((fileId) => files.get(fileId) ?? []),
      at,
      unread: voice !== mine && (readAt === undefined || at > readAt),
    }));
}

const FILES = `SELECT f.id, f.title, v.name, c.pages FROM documents.file f
  JOIN documents.file_version v ON v.file_id = f.id AND v.no = f.current_no
  LEFT JOIN documents.content c ON c.sha256 = v.sha256
  WHERE f.id = ANY($1::uuid[]) AND f.withdrawn_on IS NULL`;
const MARKS = `SELECT request_id AS "requestId", person_id AS "personId", read_at AS "readAt" FROM liaison.read_mark
  WHERE request_id = ANY($1::uuid[]) ORDER BY read_at`;
const MORE_TIMES = `SELECT clock_id AS "clockId", days, outcome, asked_at AS "askedAt", decided_at AS "decidedAt"
  FROM liaison.more_time WHERE clock_id = ANY($1::uuid[])`;
