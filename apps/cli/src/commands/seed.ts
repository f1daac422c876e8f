import { type SeedOrgan, type SeedPerson, yuhang } from '@app/directory';
import { hashPassword } from '@app/identity';
import { networkSeed } from '@app/mediation';
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
    await insertNetwork(client);
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

/** Profiles of the network, and a tariff made by the centre's head. */
async function insertNetwork(client: pg.Client): Promise<void> {
  const { committees, mediators, tariff } = networkSeed;
  await client.query(
    `INSERT INTO mediation.committee_profile (committee_id, level, kind, industry, matters, areas, contract_from, contract_until)
     SELECT "committeeId", level, kind, industry, matters, areas, "contractFrom", "contractUntil"
     FROM jsonb_to_recordset($1::jsonb) AS c("committeeId" uuid, level text, kind text, industry text, matters text[],
       areas text[], "contractFrom" date, "contractUntil" date) ON CONFLICT DO NOTHING`,
    [JSON.stringify(committees)],
  );
  await client.query(
    `INSERT INTO mediation.mediator_profile (person_id, expertise, languages, engagement, cap, term_from, term_until)
     SELECT "personId", expertise, languages, engagement, cap, "termFrom", "termUntil"
     FROM jsonb_to_recordset($1::jsonb) AS m("personId" uuid, expertise text[], languages text[], engagement text, cap int,
       "termFrom" date, "termUntil" date) ON CONFLICT DO NOTHING`,
    [JSON.stringify(mediators)],
  );
  await client.query(
    `INSERT INTO mediation.tariff (id, stage, matter, result, complexity, amount_fen, valid_from, reason, created_by)
     SELECT gen_random_uuid(), '*', '*', t.result, t.complexity, t."amountFen", t."validFrom", '演示标准', a.person_id
     FROM jsonb_to_recordset($1::jsonb) AS t(result text, complexity text, "amountFen" bigint, "validFrom" date)
     JOIN identity.account a ON a.login = 'zhongxinzhuren'
     WHERE NOT EXISTS (SELECT 1 FROM mediation.tariff)`,
    [JSON.stringify(tariff)],
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
