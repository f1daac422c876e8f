import { record } from '@app/audit';
import { maskPhone, Participants } from '@app/cases';
import { Clock, DomainError, newId, type Actor, type Id } from '@app/kernel';
import { Database, idempotently, send, sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { dateWrong, recipientUnknown } from './errors.js';
import type { AddressConfirmationView, ConfirmAddressRequest } from './http/address-confirmations.dto.js';

/** 送达地址确认书: where, and how, a party agrees to be served. The latest counts; none is ever changed. */
@Injectable()
export class AddressConfirmations {
  constructor(
    private readonly database: Database,
    private readonly participants: Participants,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError cases.dispute.not-found, and those of {@link recordIn} */
  async record(actor: Actor, disputeId: Id, request: ConfirmAddressRequest, key: string | undefined): Promise<void> {
    await this.participants.mustSee(actor, disputeId);
    await this.database.transaction((tx) =>
      idempotently(tx, actor, key, { disputeId, ...request }, newId(), (id) =>
        this.recordIn(tx, actor, disputeId, request, id),
      ),
    );
  }

  /**
   * The same within a transaction; whether the actor may speak for the recipient is for the caller to judge.
   * @throws DomainError service.recipient-unknown, .date-wrong, .electronic-address-missing
   */
  async recordIn(tx: Tx, actor: Actor, disputeId: Id, request: ConfirmAddressRequest, id = newId()): Promise<void> {
    const { recipientId, address, phone, electronic, email, portal = false, confirmedOn } = request;
    if (confirmedOn > this.clock.today()) throw dateWrong();
    if (electronic && !portal && email === undefined) throw electronicAddressMissing();
    const [known] = await sql(tx, KNOWN, [disputeId, recipientId]);
    if (!known) throw recipientUnknown();
    send(tx, INSERT, [
      id,
      disputeId,
      recipientId,
      address,
      phone,
      electronic,
      email ?? null,
      portal,
      confirmedOn,
      actor.personId,
    ]);
    record(tx, actor, {
      action: 'service.confirm-address',
      subjectType: 'address-confirmation',
      subjectId: id,
      scopeId: disputeId,
      detail: { recipientId, electronic, confirmedOn },
    });
  }

  /** All of a dispute, newest first. @throws DomainError cases.dispute.not-found */
  async list(actor: Actor, disputeId: Id): Promise<AddressConfirmationView[]> {
    await this.participants.mustSee(actor, disputeId);
    const rows = await this.database.read<AddressConfirmationView>(LIST, [disputeId]);
    return rows.map((row) => ({ ...row, phone: maskPhone(row.phone), email: row.email && maskEmail(row.email) }));
  }
}

function maskEmail(email: string): string {
  return email.replace(/^(.).*@/, '$1***@');
}

function electronicAddressMissing(): DomainError {
  const detail = '同意电子送达的，请填写电子邮箱或者选择在网上平台接收。';
  return new DomainError('service.electronic-address-missing', {
    kind: 'invalid',
    detail,
    article: '民诉解释 第136条',
    errors: [{ pointer: '#/email', code: 'required', detail }],
  });
}

const KNOWN = `SELECT 1 FROM cases.party WHERE dispute_id = $1 AND id = $2 AND role <> 'AGENT'
  UNION SELECT 1 FROM cases.dispute WHERE id = $1 AND respondent_organ_id = $2`;
const INSERT = `INSERT INTO service.address_confirmation
  (id, dispute_id, recipient_id, address, phone, electronic, email, portal, confirmed_on, recorded_by)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;
const LIST = `SELECT id, recipient_id AS "recipientId", address, phone, electronic, email, portal,
  confirmed_on AS "confirmedOn", recorded_by AS "recordedBy", recorded_at AS "recordedAt"
  FROM service.address_confirmation WHERE dispute_id = $1 ORDER BY confirmed_on DESC, id DESC`;
