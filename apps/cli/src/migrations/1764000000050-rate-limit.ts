import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RateLimit1764000000050 implements MigrationInterface {
  name = 'RateLimit1764000000050';

  async up(runner: QueryRunner): Promise<void> {
    // rate-limiter-flexible inserts by position: the order of the columns is its own.
    await runner.query(`CREATE TABLE platform.rate_limit (
      key text NOT NULL CONSTRAINT pk_rate_limit PRIMARY KEY,
      points int NOT NULL DEFAULT 0,
      expire bigint
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE platform.rate_limit');
  }
}
