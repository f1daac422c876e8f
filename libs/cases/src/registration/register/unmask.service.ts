import { record } from '@app/audit';
import { DomainError, holdsRole, notFound, personsOf, type Actor, type Id, type RoleCode } from '@app/kernel';
import { Database, FieldCipher, sql } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { Participants, type ParticipantRow } from '../../engine/participants.js';

export class UnmaskedView {
  partyId!: string;
  /** Number of the paper, whole; null if none is kept. */
  idNumber!: string | null;
  /** Phone, whole. */
  phone!: string | null;
}

/** The service's own staff: they may read whole numbers of disputes within their scope. Others must take part in person. */
const STAFF: readonly RoleCode[] = [
  'intake_officer',
  'case_handler',
  'institution_head',
  'dept_head',
  'centre_staff',
  'centre_manager',
];

/** Whole numbers: for a stated reason, to those who need them for this dispute, and never unseen. */
@Injectable()
export class UnmaskService {
  constructor(
    private readonly database: Database,
    private readonly participants: Participants,
    private readonly cipher: FieldCipher,
  ) {}

  /** @throws DomainError cases.dispute.not-found, cases.party.not-found, cases.unmask-not-permitted */
  async unmask(actor: Actor, disputeId: Id, partyId: Id, reason: string): Promise<UnmaskedView> {
    await this.participants.mustSee(actor, disputeId);
    return this.database.transaction(async (tx) => {
      const [participants, [party]] = await Promise.all([
        this.participants.of(tx, disputeId),
        sql<{ idCipher: Buffer | null; phone: string | null }>(
          tx,
          'SELECT id_cipher AS "idCipher", phone FROM cases.party WHERE id = $1 AND dispute_id = $2',
          [partyId, disputeId],
        ),
      ]);
      if (!party) throw notFound('cases.party');
      if (!mayUnmask(actor, participants)) {
        throw new DomainError('cases.unmask-not-permitted', {
          kind: 'forbidden',
          detail: '只有本争议的经办人员和复议机构、调解中心的工作人员可以查看完整号码。',
          article: '个人信息保护法 第51条',
        });
      }
      record(tx, actor, {
        action: 'cases.unmask-party',
        subjectType: 'party',
        subjectId: partyId,
        scopeId: disputeId,
        detail: { reason },
      });
      return {
        partyId,
        idNumber: party.idCipher === null ? null : this.cipher.decrypt(party.idCipher),
        phone: party.phone,
      };
    });
  }
}

function mayUnmask(actor: Actor, participants: readonly ParticipantRow[]): boolean {
  const persons = personsOf(actor);
  const inPerson = participants.some((p) => p.until === null && p.personId !== null && persons.includes(p.personId));
  return inPerson || STAFF.some((role) => holdsRole(actor, role));
}
