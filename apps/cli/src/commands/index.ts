import { parseArgs } from 'node:util';
import type { Command } from '../command.js';

/** Every command of `heyi`, in the order of its help. */
export const COMMANDS: readonly Command[] = [
  {
    name: 'periods',
    summary: '逐行计算期限（JSONL） / compute periods, one JSON object a line',
    help: `用法 / usage: heyi periods < in.jsonl > out.jsonl

每行输入 / each line in:
  {"id":"1","from":"2026-03-02","amount":60,"unit":"calendar-day","roll":true,"excluded":[["2026-04-10","2026-05-11"]]}
  unit: working-day 工作日 | calendar-day 日 | month 月 | year 年
  roll: 届满日为休假日时顺延，默认 true / move a last day off to the next working day, default true
  excluded: 不计入的时间，左闭右开，可重叠 / time left out, half-open, may overlap
每行输出 / each line out:
  {"id","due","rawDue","provisional","steps"} 或 / or {"id","error":{"code","detail"}}
有错误行时退出码为1，其余各行照常计算。 / Exit code 1 if any line failed; the others are answered.
`,
    run: async (args, io) => {
      parseArgs({ args, options: {} });
      const { periods } = await import('./periods.js');
      return periods(io.input, io.output);
    },
  },
];
