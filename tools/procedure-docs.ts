// Writes docs/procedures/*.md from the procedures' tables; --check exits 1 and names the stale files.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CaseFacts, ClockEffect, Procedure, Transition } from '@app/cases';
import type { ClockRule } from '@app/deadlines';
import { ROLES, type RoleCode } from '@app/kernel';
import { MEDIATION } from '../libs/mediation/src/domain/lifecycle.js';
import { MEDIATION_CLOCKS } from '../libs/mediation/src/domain/time-limits.js';
import { OWNERSHIP } from '../libs/ownership/src/domain/lifecycle.js';
import { OWNERSHIP_CLOCKS } from '../libs/ownership/src/domain/time-limits.js';
import { RECONSIDERATION } from '../libs/reconsideration/src/domain/lifecycle.js';
import { RECONSIDERATION_CLOCKS } from '../libs/reconsideration/src/domain/time-limits.js';

const UNITS: Record<ClockRule['unit'], string> = {
  'working-day': '工作日',
  'calendar-day': '日',
  month: '个月',
  year: '年',
};
const SIGNS: Record<ClockEffect<never>['do'], string> = {
  start: '+',
  meet: '−',
  cancel: '✕',
  suspend: '⏸',
  resume: '▶',
  extend: '↗',
  convert: '⇄',
};
const LEGEND =
  '期限符号：+ 起算，− 办结，✕ 取消，⏸ 中止计算，▶ 恢复计算，↗ 延长，⇄ 改按另一期限计算；“视情形”指仅在条件成立时发生。';

/**
 * A procedure as a page: Mermaid diagram, table of its steps, table of its clocks. Depends on its arguments only.
 */
export function renderProcedure<F extends CaseFacts, S extends string>(
  procedure: Procedure<F, S>,
  clockRules: readonly ClockRule[],
): string {
  const steps = procedure.transitions.map((t) => stepRow(procedure, t, clockRules));
  return [
    `# ${procedure.name} \`${procedure.code}\``,
    '由程序表生成，请勿手工修改：`npm run procedures`。',
    '## 状态图',
    ['```mermaid', ...diagram(procedure), '```'].join('\n'),
    '## 步骤',
    LEGEND,
    table(['编号', '步骤', '名称', '状态', '办理人', '条件（不满足时的提示）', '期限', '文书', '依据'], steps),
    '## 期限',
    '标 [L] 的为地方惯例，可由设置项更改。',
    table(['代码', '名称', '长度', '起算', '责任人', '届满后果', '设置项', '依据'], clockRules.map(ruleRow)),
  ]
    .join('\n\n')
    .concat('\n');
}

/** Edges of one pair of states share a line, so that the picture stays readable. */
function diagram<F extends CaseFacts, S extends string>(procedure: Procedure<F, S>): string[] {
  const names = Object.entries<{ name: string; open: boolean }>(procedure.states);
  const edges = new Map<string, string[]>();
  for (const t of procedure.transitions) {
    for (const [edge, label] of edgesOf(t)) edges.set(edge, [...(edges.get(edge) ?? []), ...label]);
  }
  return [
    'stateDiagram-v2',
    ...names.map(([state, info]) => `  state "${info.name}" as ${state}`),
    ...procedure.transitions.filter(branches).map((t) => `  state ${nodeOf(t)} <<choice>>`),
    ...[...edges].map(([edge, labels]) => `  ${edge}${labels.length > 0 ? ` : ${labels.join('<br/>')}` : ''}`),
    ...names.filter(([, info]) => !info.open).map(([state]) => `  ${state} --> [*]`),
  ];
}

function edgesOf<F extends CaseFacts, S extends string>(t: Transition<F, S>): [edge: string, label: string[]][] {
  const from = t.from.length > 0 ? t.from : ['[*]'];
  const label = [`${t.code} ${t.label}`];
  if (branches(t)) {
    const into = from.map((f): [string, string[]] => [`${f} --> ${nodeOf(t)}`, label]);
    return [...into, ...targetsOf(t, '').map((to): [string, string[]] => [`${nodeOf(t)} --> ${to}`, []])];
  }
  return from.flatMap((f) => targetsOf(t, f).map((to): [string, string[]] => [`${f} --> ${to}`, label]));
}

/** From several states to one of several: which leads where only the case tells, so the picture must not say. */
function branches<F extends CaseFacts, S extends string>(t: Transition<F, S>): boolean {
  return t.from.length > 1 && targetsOf(t, '').length > 1;
}

function nodeOf<F extends CaseFacts, S extends string>(t: Transition<F, S>): string {
  return t.name.replaceAll('-', '_');
}

function targetsOf<F extends CaseFacts, S extends string>(t: Transition<F, S>, from: string): readonly string[] {
  if (t.to === null) return [from];
  return typeof t.to === 'object' ? t.to.among : [t.to];
}

function stepRow<F extends CaseFacts, S extends string>(
  procedure: Procedure<F, S>,
  t: Transition<F, S>,
  rules: readonly ClockRule[],
): string[] {
  return [
    t.code,
    t.label,
    `\`${t.name}\``,
    movement(procedure, t),
    performers(t),
    lines(t.guards.map((g) => `${g.detail} \`${g.code}\`（${g.article}）`)),
    lines((t.clocks ?? []).map((effect) => clockCell(effect, rules))),
    lines(t.documents),
    t.article,
  ];
}

function movement<F extends CaseFacts, S extends string>(procedure: Procedure<F, S>, t: Transition<F, S>): string {
  const name = (state: S): string => procedure.states[state].name;
  const from = t.from.length > 0 ? t.from.map(name).join('、') : '（开启）';
  if (t.to === null) return `${from} → 不变`;
  return `${from} → ${typeof t.to === 'object' ? t.to.among.map(name).join('或') : name(t.to)}`;
}

function performers<F extends CaseFacts, S extends string>(t: Transition<F, S>): string {
  const names = (roles: readonly RoleCode[]): string => roles.map((role) => ROLES[role]).join('、');
  const { proposal } = t;
  return lines([
    names(t.roles),
    ...(t.onExpiryOf === undefined ? [] : [`${t.onExpiryOf} 届满时由系统办理`]),
    ...(proposal === undefined ? [] : [`由${names(proposal.by)}提请`]),
    ...(proposal === undefined || proposal.reviewers.length === 0 ? [] : [`经${names(proposal.reviewers)}审核`]),
  ]);
}

function clockCell<F>(effect: ClockEffect<F>, rules: readonly ClockRule[]): string {
  const sign = `${SIGNS[effect.do]}${effect.rule === '*' ? '全部未了期限' : effect.rule}`;
  const lengths = effect.do === 'start' || effect.do === 'extend' ? lengthsOf(effect, rules) : '';
  return `${sign}${lengths}${effect.when === undefined ? '' : '（视情形）'}`;
}

/** The lengths a clock may have, by its variants and versions; for an extension, the longest one. */
function lengthsOf<F>(effect: ClockEffect<F>, rules: readonly ClockRule[]): string {
  const own = rules.filter((rule) => rule.code === effect.rule);
  const words =
    effect.do === 'start'
      ? [...(effect.amount === undefined ? [] : ['依指定']), ...own.map(lengthOf)]
      : own.map((rule) => (rule.maxExtensionDays === undefined ? '依合意' : `至多${rule.maxExtensionDays}日`));
  return words.length === 0 ? '' : ` ${[...new Set(words)].join('/')}`;
}

function lengthOf(rule: ClockRule): string {
  return `${rule.amount}${UNITS[rule.unit]}`;
}

function ruleRow(rule: ClockRule): string[] {
  const { from, until, responsible } = rule;
  const version = [from === undefined ? '' : `${from}起`, until === undefined ? '' : `${until}前`].join('');
  return [
    lines([rule.code, ...(rule.variant === undefined ? [] : [rule.variant]), ...(version === '' ? [] : [version])]),
    rule.name,
    `${lengthOf(rule)}${rule.backward ? '（倒计）' : ''}`,
    rule.startsOn,
    responsible === 'respondent_organ' ? '被申请人' : ROLES[responsible],
    rule.effect,
    rule.setting === undefined ? '' : `\`${rule.setting}\``,
    rule.article,
  ];
}

function lines(cells: readonly string[]): string {
  return cells.join('<br>');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
}

function main(check: boolean): void {
  const dir = path.resolve(import.meta.dirname, '..', 'docs', 'procedures');
  const pages: Record<string, string> = {
    reconsideration: renderProcedure(RECONSIDERATION, RECONSIDERATION_CLOCKS),
    mediation: renderProcedure(MEDIATION, MEDIATION_CLOCKS),
    ownership: renderProcedure(OWNERSHIP, OWNERSHIP_CLOCKS),
  };
  if (!check) mkdirSync(dir, { recursive: true });
  for (const [name, text] of Object.entries(pages)) {
    const file = path.join(dir, `${name}.md`);
    if (!check) writeFileSync(file, text);
    else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
      console.error(`docs/procedures/${name}.md is stale: npm run procedures`);
      process.exitCode = 1;
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.includes('--check'));
