import { evidenceRows } from './evidence-list.js';

const entry = (name: string, pages: number) => ({ name, source: '本机关制作', proves: '程序合法', pages });

describe('the list of evidence', () => {
  it('numbers entries, and its pages run on', () => {
    expect(evidenceRows([entry('立案审批表', 1), entry('询问笔录', 4), entry('送达回证', 1)])).toEqual([
      ['1', '立案审批表', '本机关制作', '程序合法', '1'],
      ['2', '询问笔录', '本机关制作', '程序合法', '2-5'],
      ['3', '送达回证', '本机关制作', '程序合法', '6'],
    ]);
    expect(evidenceRows([])).toEqual([]);
  });
});
