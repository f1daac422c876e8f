import type { INestApplicationContext } from '@nestjs/common';

export async function loadDemoLedger(_app: INestApplicationContext): Promise<void> {
  await Promise.resolve();
}
