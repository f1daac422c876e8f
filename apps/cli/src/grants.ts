import type { QueryRunner } from 'typeorm';

const OURS = `SELECT nspname FROM pg_namespace WHERE nspname = ANY ($1)`;
const SCHEMAS = [
  'platform',
  'audit',
  'directory',
  'identity',
  'deadlines',
  'documents',
  'notifications',
  'cases',
  'service',
  'reconsideration',
  'mediation',
  'ownership',
  'reminders',
  'portal',
  'liaison',
  'integrity',
  'feeds',
];

/** The rights the apps have: to read and write rows; but what is in the audit trail they can only add to. */
export async function grantToAppRole(runner: QueryRunner, role: string): Promise<void> {
  // Roles belong to the server, so another database of it may have made this one, at this very moment too.
  await runner.query(
    `DO $$ BEGIN CREATE ROLE ${role} NOLOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`,
  );
  await runner.query(`GRANT ${role} TO CURRENT_USER`);
  const schemas = (await runner.query(OURS, [SCHEMAS])) as { nspname: string }[];
  for (const { nspname } of schemas) {
    await runner.query(`GRANT USAGE ON SCHEMA ${nspname} TO ${role}`);
    await runner.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${nspname} TO ${role}`);
    await runner.query(`GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${nspname} TO ${role}`);
  }
  await runner.query(`REVOKE UPDATE, DELETE, TRUNCATE ON audit.entry FROM ${role}`);
  await runner.query(`REVOKE DELETE, TRUNCATE ON audit.chain FROM ${role}`);
}
