import type { Id } from '@app/kernel';
import { send, sql, type FieldCipher, type Tx } from '@app/platform';
import { maskIdNumber } from '../domain/masking.js';
import type { PartyData } from './party-data.js';
import type { PartyRow } from './rows.js';

/** Writes all parties of a dispute with one statement. */
export function insertParties(tx: Tx, disputeId: Id, parties: readonly PartyData[], cipher: FieldCipher): void {
  if (parties.length === 0) return;
  const column = <T>(value: (p: PartyData) => T): T[] => parties.map(value);
  const number = <T>(make: (n: string) => T) => column((p) => (p.idNumber === null ? null : make(p.idNumber)));
  send(
    tx,
    `INSERT INTO cases.party (id, dispute_id, sort_order, role, kind, name, id_type, id_cipher, id_hash, id_masked, phone,
       address, legal_representative, is_representative, acts_for_id, authority)
     SELECT p.id, $1, p.n - 1, p.role, p.kind, p.name, p.id_type, p.cipher, p.hash, p.masked, p.phone, p.address, p.legal,
       p.representative, p.acts_for, p.authority
     FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::bytea[], $8::bytea[], $9::text[],
       $10::text[], $11::text[], $12::text[], $13::boolean[], $14::uuid[], $15::text[]) WITH ORDINALITY
       AS p(id, role, kind, name, id_type, cipher, hash, masked, phone, address, legal, representative, acts_for, authority, n)`,
    [
      disputeId,
      column((p) => p.id),
      column((p) => p.role),
      column((p) => p.kind),
      column((p) => p.name),
      column((p) => p.idType),
      number((n) => cipher.encrypt(n)),
      number((n) => cipher.hash(n)),
      number(maskIdNumber),
      column((p) => p.phone),
      column((p) => p.address),
      column((p) => p.legalRepresentative),
      column((p) => p.isRepresentative),
      column((p) => p.actsForId),
      column((p) => p.authority),
    ],
  );
}

/** Writes the parties as they shall be, in place of those that were. */
export function replaceParties(tx: Tx, disputeId: Id, parties: readonly PartyData[], cipher: FieldCipher): void {
  send(tx, 'DELETE FROM cases.party WHERE dispute_id = $1', [disputeId]);
  insertParties(tx, disputeId, parties, cipher);
}

/** The parties of a dispute in clear, in their order; for changing them. */
export async function loadParties(tx: Tx, disputeId: Id, cipher: FieldCipher): Promise<PartyData[]> {
  const rows = await sql<PartyRow & { idCipher: Buffer | null }>(
    tx,
    `SELECT ${PARTY_COLUMNS}, p.id_cipher AS "idCipher" FROM cases.party p WHERE p.dispute_id = $1 ORDER BY p.sort_order`,
    [disputeId],
  );
  return rows.map(({ idCipher, idMasked: _, ...party }) => ({
    ...party,
    idNumber: idCipher === null ? null : cipher.decrypt(idCipher),
  }));
}

/** A party as it is shown: what the database would answer after {@link insertParties}. */
export function partyRow({ idNumber, ...party }: PartyData): PartyRow {
  return { ...party, idMasked: idNumber === null ? null : maskIdNumber(idNumber) };
}

/** Select list of a {@link PartyRow}; the table is `p`. */
export const PARTY_COLUMNS = `p.id, p.role, p.kind, p.name, p.id_type AS "idType", p.id_masked AS "idMasked", p.phone,
  p.address, p.legal_representative AS "legalRepresentative", p.is_representative AS "isRepresentative",
  p.acts_for_id AS "actsForId", p.authority`;
