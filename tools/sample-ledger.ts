// Makes samples/: the template of the ledger, and a ledger of 300 invented disputes. Always the same ones.
import { FIELDS, LEDGER_COLUMNS, MATTERS } from '@app/cases';
import { addDays, daysBetween, weekday, type CalendarDate } from '@app/kernel';
import exceljs from 'exceljs';
import { mkdirSync } from 'node:fs';
import path from 'node:path';

const ROWS = 300;
const FIRST: CalendarDate = '2024-01-03';
const LAST: CalendarDate = '2026-11-23';
/** What came before this day is over. */
const OPEN_SINCE: CalendarDate = '2026-09-28';

/** A small linear generator: the samples must not differ from run to run. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

const random = generator(20_261_124);
const pick = <T>(list: readonly T[]): T => list[random(list.length)]!;

const SURNAMES = [...'沈陆顾裴温阮蔺晏莫卓岑闵祁柏景'];
const GIVEN = [
  '听澜',
  '望舒',
  '知远',
  '若溪',
  '云归',
  '子衿',
  '清越',
  '思齐',
  '南乔',
  '长庚',
  '晚舟',
  '青禾',
  '牧之',
  '采薇',
];
const COMPANIES = ['径山茶舍', '苕溪物流', '良渚玉作', '五常湿地餐饮', '闲林装饰', '仓前数科', '瓶窑建材', '黄湖民宿'];

interface Theme {
  field: string;
  matter: string;
  organs: string[];
  act: string;
  number?: string;
  facts: string[];
  claims: string;
  tags?: string;
}

const TOWNS = [
  '五常街道',
  '仁和街道',
  '良渚街道',
  '闲林街道',
  '仓前街道',
  '余杭街道',
  '中泰街道',
  '径山镇',
  '瓶窑镇',
  '鸬鸟镇',
  '百丈镇',
  '黄湖镇',
];

const THEMES: Theme[] = [
  {
    field: '市场监管',
    matter: '行政处罚',
    organs: ['区市场监管局'],
    act: '行政处罚决定',
    number: '余市监罚',
    facts: ['认为标签瑕疵不应处罚', '对处罚幅度有异议，认为属首次轻微违法', '认为抽样程序不合规'],
    claims: '请求撤销或者变更该处罚决定',
  },
  {
    field: '市场监管',
    matter: '举报投诉处理',
    organs: ['区市场监管局'],
    act: '举报处理答复',
    number: '余市监复',
    facts: ['认为未对举报事项全面调查', '对不予立案的答复不服'],
    claims: '请求责令重新处理',
  },
  {
    field: '人力社保（工伤）',
    matter: '行政确认',
    organs: ['区人力社保局'],
    act: '工伤认定决定',
    number: '余人社工认',
    facts: ['上下班途中受伤，对非本人主要责任的认定有异议', '认为突发疾病应当视同工伤'],
    claims: '请求撤销该决定并重新认定',
  },
  {
    field: '城管、综合执法',
    matter: '行政强制',
    organs: ['区综合行政执法局', ...TOWNS.slice(0, 6)],
    act: '强制拆除行为',
    facts: ['认为拆除前未催告、未听取陈述申辩', '认为建筑物建成于规划实施之前'],
    claims: '请求确认拆除行为违法并赔偿损失',
    tags: '行政赔偿',
  },
  {
    field: '房屋征收拆迁',
    matter: '行政征收',
    organs: ['区住建局', ...TOWNS],
    act: '房屋征收补偿决定',
    number: '余政征补',
    facts: ['对评估价格和安置面积有异议', '认为未公布分户评估结果'],
    claims: '请求撤销补偿决定并重新作出',
    tags: '群体',
  },
  {
    field: '自然资源（土地）',
    matter: '政府信息公开',
    organs: ['市规划资源局余杭分局', ...TOWNS],
    act: '政府信息公开答复',
    number: '余信公',
    facts: ['认为所申请的征地资料应当公开', '认为答复内容不完整'],
    claims: '请求责令限期公开',
  },
  {
    field: '公安（交警）',
    matter: '行政处罚',
    organs: ['区公安分局', '公安分局'],
    act: '道路交通安全处罚',
    number: '余公交罚',
    facts: ['认为标志设置不清晰', '对电子监控记录有异议'],
    claims: '请求撤销处罚',
  },
  {
    field: '乡镇街道',
    matter: '行政不作为',
    organs: TOWNS,
    act: '未履行法定职责',
    facts: ['反映邻里违建多次未获处理', '申请宅基地审批未获答复'],
    claims: '请求责令限期履行职责',
  },
  {
    field: '住房和城乡建设',
    matter: '行政许可',
    organs: ['区住建局'],
    act: '施工许可决定',
    number: '余建许',
    facts: ['认为许可影响相邻采光', '对不予许可的理由不服'],
    claims: '请求撤销该许可决定',
  },
];

function row(i: number, organs: ReadonlySet<string>): Record<string, string> {
  const theme = pick(THEMES);
  const received = weekdayOnOrBefore(addDays(FIRST, Math.floor((i * daysBetween(FIRST, LAST)) / (ROWS - 1))));
  const actOn = addDays(received, -(5 + random(30)));
  const company = random(6) === 0;
  const channel = pick(['窗口', '窗口', '来信', '热线', '网上', '转入']);
  const open = received >= OPEN_SINCE;
  const closedOn = open ? '' : min(addDays(received, 12 + random(60)), LAST);
  return {
    ledgerNo: `TZ-${received.slice(0, 4)}-${String(i + 1).padStart(4, '0')}`,
    receivedOn: received,
    registeredOn: received,
    channel,
    sourceOrgan: channel === '转入' ? '区信访局' : '',
    applicant: company ? `杭州${pick(COMPANIES)}有限公司（虚构）` : applicants(),
    applicantKind: company ? '单位' : '自然人',
    phone: random(3) === 0 ? `1380000${String(1000 + random(9000))}` : '',
    address: `余杭区${pick(TOWNS)}虚构路${1 + random(200)}号`,
    legalRepresentative: company ? pick(SURNAMES) + pick(GIVEN) : '',
    respondent: pick(theme.organs.filter((o) => organs.has(o))),
    actName: theme.act,
    actDocumentNo: theme.number ? `${theme.number}〔${actOn.slice(0, 4)}〕${1 + random(900)}号` : '',
    actOn,
    actKnownOn: addDays(actOn, random(4)),
    field: theme.field,
    matter: theme.matter,
    facts: pick(theme.facts),
    claims: theme.claims,
    amount: random(3) === 0 ? String((1 + random(400)) * 500) : '',
    tags: theme.tags ?? '',
    route: pick(['登记', '调解', '调解', '复议']),
    closedOn,
    closing:
      closedOn === '' ? '' : pick(['调解达成协议', '当事人自行和解', '已告知救济途径', '复议维持', '复议后履行完毕']),
  };
}

const min = (a: CalendarDate, b: CalendarDate): CalendarDate => (a < b ? a : b);

function applicants(): string {
  const count = random(12) === 0 ? 2 + random(3) : 1;
  return [...new Set(Array.from({ length: count }, () => pick(SURNAMES) + pick(GIVEN)))].join('、');
}

function weekdayOnOrBefore(date: CalendarDate): CalendarDate {
  const day = weekday(date);
  return addDays(date, day === 0 ? -2 : day === 6 ? -1 : 0);
}

async function write(file: string, rows: Record<string, string>[], withNotes: boolean): Promise<void> {
  const book = new exceljs.Workbook();
  // Fixed, for the file to be the same each time.
  book.created = book.modified = new Date(0);
  const sheet = book.addWorksheet('台账', { views: [{ state: 'frozen', ySplit: 1, xSplit: 1 }] });
  sheet.columns = LEDGER_COLUMNS.map((c) => ({ header: c.heading, key: c.key, width: 16 }));
  sheet.getRow(1).eachCell((cell, i) => {
    cell.font = { bold: true, color: { argb: LEDGER_COLUMNS[i - 1]!.required ? 'FFC00000' : 'FF000000' } };
    cell.note = LEDGER_COLUMNS[i - 1]!.note;
  });
  sheet.addRows(rows);
  if (withNotes) {
    const help = book.addWorksheet('填写说明');
    help.columns = [{ width: 16 }, { width: 10 }, { width: 60 }];
    help.addRow(['列', '必填', '说明']);
    for (const c of LEDGER_COLUMNS) help.addRow([c.heading, c.required ? '是' : '', c.note]);
    help.addRow(['管理领域', '', FIELDS.map((f) => f.name).join('、')]);
    help.addRow(['申请事项', '', MATTERS.map((m) => m.name).join('、')]);
  }
  await book.xlsx.writeFile(file);
}

const { yuhang } = await import('@app/directory');
const organs = new Set(yuhang.organs.filter((o) => o.validUntil === null).map((o) => o.shortName));
const dir = path.resolve(import.meta.dirname, '..', 'samples');
mkdirSync(dir, { recursive: true });
const example = Object.fromEntries(LEDGER_COLUMNS.map((c) => [c.key, c.example]));
await write(path.join(dir, 'ledger-template.xlsx'), [example], true);
await write(
  path.join(dir, 'ledger-2024-2026.xlsx'),
  Array.from({ length: ROWS }, (_, i) => row(i, organs)),
  false,
);
