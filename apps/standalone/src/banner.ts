/** The password of every demo account. The demo listens on 127.0.0.1 only and holds no real data. */
export const DEMO_PASSWORD = 'Heyi-demo-2026';

/** The day it is when the demo starts for the first time: that of its ledger. */
export const DEMO_DAY = '2026-11-24';

export interface DemoAccount {
  login: string;
  /** Who it is, and what to try. */
  sentence: string;
}

/** What `npm start` prints when the service is ready. */
export function banner(address: string, today: string, accounts: readonly DemoAccount[]): string {
  const width = Math.max(...accounts.map((a) => a.login.length));
  return [
    '',
    `  和议 Heyi  ${address}   （API 文档 ${address}/api/docs）`,
    '',
    `  演示账号（密码均为 ${DEMO_PASSWORD}）`,
    ...accounts.map((a) => `    ${a.login.padEnd(width)}  ${a.sentence}`),
    '',
    `  演示日期 ${today}，可向前移动：POST /api/v1/demo/clock。演示数据均为虚构。Ctrl-C 停止，数据保留。`,
    '',
  ].join('\n');
}
