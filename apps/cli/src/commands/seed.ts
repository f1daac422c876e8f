import { type SeedOrgan, type SeedPerson, yuhang } from '@app/directory';
import { hashPassword } from '@app/identity';
import pg from 'pg';

/** An account worth trying, and what for. */
export interface DemoAccount {
  login: string;
  /** Who it is, and what to try, in Chinese. */
  sentence: string;
}

/**
 * Puts the demo district into a migrated database: organs, invented people with their posts, and their accounts, all with
 * the given password. What is there already stays as it is, also if it was changed since; repeating it adds what is new.
 *
 * @returns the accounts to point out
 */
export async function seedDemo(databaseUrl: string, options: { password: string }): Promise<DemoAccount[]> {
  const { organs, people } = yuhang;
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'heyi-seed' });
  await client.connect();
  try {
    await client.query('BEGIN');
    // Two at a time wait for each other.
    await client.query('SELECT pg_advisory_xact_lock(7310024)');
    await insertOrgans(client, organs);
    await insertPeople(client, people);
    await insertAccounts(client, people, options.password);
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
  return people.flatMap(({ account: { login, sentence } }) => (sentence === null ? [] : [{ login, sentence }]));
}

async function insertOrgans(client: pg.Client, organs: readonly SeedOrgan[]): Promise<void> {
  await client.query(
    `INSERT INTO directory.organ (id, code, name, short_name, kind, parent_id, region_code, has_authorisation,
       authorisation_basis, valid_from, valid_until, successor_id, sort_order)
     SELECT id, code, name, "shortName", kind, "parentId", "regionCode", "hasAuthorisation", "authorisationBasis",
       "validFrom", "validUntil", "successorId", "sortOrder"
     FROM jsonb_to_recordset($1::jsonb) AS o(id uuid, code text, name text, "shortName" text, kind text, "parentId" uuid,
       "regionCode" text, "hasAuthorisation" boolean, "authorisationBasis" text, "validFrom" date, "validUntil" date,
       "successorId" uuid, "sortOrder" int)
     ON CONFLICT (id) DO NOTHING`,
    [JSON.stringify(organs)],
  );
}

async function insertPeople(client: pg.Client, people: readonly SeedPerson[]): Promise<void> {
  await client.query(
    `INSERT INTO directory.person (id, name, legal_qualification_no)
     SELECT id, name, "legalQualificationNo"
     FROM jsonb_to_recordset($1::jsonb) AS p(id uuid, name text, "legalQualificationNo" text) ON CONFLICT (id) DO NOTHING`,
    [JSON.stringify(people)],
  );
  // A post begins with its organ.
  await client.query(
    `INSERT INTO directory.post (id, person_id, organ_id, role, title, valid_from, sort_order)
     SELECT p.id, p."personId", p."organId", p.role, p.title, o.valid_from, p."sortOrder"
     FROM jsonb_to_recordset($1::jsonb) AS p(id uuid, "personId" uuid, "organId" uuid, role text, title text, "sortOrder" int)
     JOIN directory.organ o ON o.id = p."organId" ON CONFLICT (id) DO NOTHING`,
    [JSON.stringify(people.flatMap((p) => p.posts.map((post) => ({ ...post, personId: p.id }))))],
  );
}

async function insertAccounts(client: pg.Client, people: readonly SeedPerson[], password: string): Promise<void> {
  const { rows } = await client.query<{ id: string }>('SELECT id FROM identity.account WHERE id = ANY($1::uuid[])', [
    people.map((p) => p.account.id),
  ]);
  const known = new Set(rows.map((row) => row.id));
  const missing = people.filter((p) => !known.has(p.account.id));
  if (missing.length === 0) return;
  // One hash for all: a hash each would cost seconds, and would hide nothing about a password that is printed.
  await client.query(
    `INSERT INTO identity.account (id, person_id, login, password_hash, must_change_password)
     SELECT a.id, a."personId", a.login, $2, false
     FROM jsonb_to_recordset($1::jsonb) AS a(id uuid, "personId" uuid, login text) ON CONFLICT DO NOTHING`,
    [JSON.stringify(missing.map((p) => ({ ...p.account, personId: p.id }))), await hashPassword(password)],
  );
}
