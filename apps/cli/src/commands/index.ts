import { parseArgs } from 'node:util';
import { UsageError, type Command } from '../command.js';
import { databaseUrl } from '../database-url.js';

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
  {
    name: 'migrate',
    summary: '升级数据库结构 / bring the database to this release',
    help: `用法 / usage: DATABASE_URL=postgres://… heyi migrate

建立或者升级数据库的结构、权限和工作日历；可重复执行。
Creates or upgrades schemas, rights and calendar; repeating it changes nothing.
`,
    run: async (args, io) => {
      parseArgs({ args, options: {} });
      const url = databaseUrl(process.env);
      const { migrate } = await import('./migrate.js');
      return migrate(url, io.output);
    },
  },
  {
    name: 'setup',
    summary: '初始化：首个单位和三员账号 / first organ and administrators',
    help: `用法 / usage: DATABASE_URL=… heyi setup --organ <名称 name> --sysadmin <登录名:姓名> --security-admin <登录名:姓名> --auditor <登录名:姓名>
  [--organ-code <编码 code, 默认 default ORG-1>] [--organ-kind <类型 kind, 默认 default DEPARTMENT>]

在空库中建立首个单位，为系统管理员、安全管理员、审计管理员三人开通账号，各显示一次临时密码。
In an empty installation: the first organ, and accounts for three people (login:name), whose temporary passwords are
shown once. Everything further is done in the service.
`,
    run: async (args, io) => {
      const text = { type: 'string' } as const;
      const { values } = parseArgs({
        args,
        options: {
          organ: text,
          'organ-code': { ...text, default: 'ORG-1' },
          'organ-kind': { ...text, default: 'DEPARTMENT' },
          sysadmin: text,
          'security-admin': text,
          auditor: text,
        },
      });
      const url = databaseUrl(process.env);
      const { readSetup, setUp } = await import('./setup.js');
      return setUp(url, readSetup(values), io.output);
    },
  },
  {
    name: 'audit verify',
    summary: '校验审计日志 / prove the audit trail',
    help: `用法 / usage: DATABASE_URL=postgres://… heyi audit verify

逐条校验审计日志的哈希链，列出被改动、缺失的位置。有异常时退出码为1。
Checks every hash and link of the trail and names each place that was changed or cut. Exit code 1 if there is one.
  changed | unlinked | missing | tail-cut  chain=<链 chain> seq=<序号 sequence> entry=<记录 entry>
`,
    run: async (args, io) => {
      parseArgs({ args, options: {} });
      const url = databaseUrl(process.env);
      const { auditVerify } = await import('./audit-verify.js');
      return auditVerify(url, io.output);
    },
  },
  {
    name: 'audit rebuild',
    summary: '由审计日志还原案件并核对 / rebuild cases from the audit trail, and compare',
    help: `用法 / usage: DATABASE_URL=postgres://… heyi audit rebuild [--case <案件编号 id>]

由审计日志还原每件案件的状态、承办人、参与人员和期限，与现有记录核对，列出不一致之处；不作修改。有不一致时退出码为1。
Rebuilds state, handler, participants and clocks of every case (or of one) from the trail, and names each field in which
the tables differ; changes nothing. Exit code 1 if there is one.
  case=<案件 case>  <字段 field>
`,
    run: async (args, io) => {
      const { values } = parseArgs({ args, options: { case: { type: 'string' } } });
      const url = databaseUrl(process.env);
      const { auditRebuild } = await import('./audit-rebuild.js');
      return auditRebuild(url, values.case, io);
    },
  },
  {
    name: 'integrity check',
    summary: '立即核查数据 / run the integrity checks now',
    help: `用法 / usage: DATABASE_URL=postgres://… heyi integrity check

立即执行夜间数据核查的各项检查（如办结案件仍在计算的期限、承办人已离岗的案件），列出每项的数量；
明细由各责任人在系统中查看处理。有待处理事项时退出码为1。
Runs the nightly checks now and says how much of each there is; the owners see the cases in the service. What a run does
not find any more is resolved. Exit code 1 if something is open.
`,
    run: async (args, io) => {
      parseArgs({ args, options: {} });
      const url = databaseUrl(process.env);
      const { integrityCheck } = await import('./integrity-check.js');
      return integrityCheck(url, io);
    },
  },
  {
    name: 'assignments replay',
    summary: '重算每次调解推荐并核对 / make every ranking again, and compare',
    help: `用法 / usage: DATABASE_URL=postgres://… heyi assignments replay

仅凭交办、指定时保存的快照重算推荐名单，列出不一致的；不作修改。有不一致时退出码为1。
Makes each ranking again from its snapshot alone and names those that differ; changes nothing. Exit code 1 if there is one.
`,
    run: async (args, io) => {
      parseArgs({ args, options: {} });
      const url = databaseUrl(process.env);
      const { replayAssignments } = await import('./assignments.js');
      return replayAssignments(url, io);
    },
  },
  {
    name: 'assignments fairness',
    summary: '调解员办案均衡度（按月） / how evenly mediators are burdened, by month',
    help: `用法 / usage: DATABASE_URL=postgres://… heyi assignments fairness --year 2026

每月末调解员加权在办量（与办案上限之比）的基尼系数：0 为完全均衡。
The Gini coefficient of weighted load by cap at the end of each month: 0 is even.
`,
    run: async (args, io) => {
      const { values } = parseArgs({ args, options: { year: { type: 'string' } } });
      const url = databaseUrl(process.env);
      const { printFairness } = await import('./assignments.js');
      return printFairness(url, values.year, io);
    },
  },
  {
    name: 'import',
    summary: '导入争议台账 / import a ledger of disputes',
    help: `用法 / usage: DATABASE_URL=… HEYI_DATA_KEY=… heyi import <台账 file.xlsx|file.csv> --as <登录名 login> [--dry-run]

按模板（samples/ledger-template.xlsx）导入争议台账：全部导入，或者列出每处错误、一行也不导入；
台账编号已导入过的行跳过。--dry-run 只校验。
Imports all rows or none, naming every wrong cell; rows imported before are skipped. --dry-run only checks.
`,
    run: async (args, io) => {
      const { values, positionals } = parseArgs({
        args,
        allowPositionals: true,
        options: { as: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } },
      });
      const [file] = positionals;
      if (positionals.length !== 1 || !file || !values.as) throw new UsageError('请给出一个文件和 --as 登录名');
      const { importLedger } = await import('./import.js');
      return importLedger({ file, as: values.as, dryRun: values['dry-run'] }, io, process.env);
    },
  },
];
