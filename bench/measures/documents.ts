import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Bench } from '../harness/context.js';
import { rateOf } from '../harness/numbers.js';

const PAPERS = 100;
/** Conversions at a time, as a worker does them. */
const TOGETHER = 2;

interface Writers {
  setPaper(content: object): object;
  toDocx(paper: object): Promise<Buffer>;
  toPdf(paper: object): Promise<Buffer>;
  convertWithLibreOffice(soffice: string, docx: Buffer, timeoutMs: number): Promise<Buffer>;
  findSoffice(): string | undefined;
}

/** A hundred decisions of two pages: as .docx, as PDF without an office suite, and with LibreOffice where there is one. */
export async function measureDocuments(bench: Bench): Promise<void> {
  const writers = await built();
  const papers = Array.from({ length: PAPERS }, (_, at) => writers.setPaper(decision(at + 1)));
  await measure(bench, 'as .docx', papers, (paper) => writers.toDocx(paper), 1);
  await measure(bench, 'as PDF, by pdfmake', papers, (paper) => writers.toPdf(paper), 1);
  const soffice = process.env['SOFFICE_PATH'] ?? writers.findSoffice();
  if (soffice === undefined) return;
  const docx = await Promise.all(papers.map((paper) => writers.toDocx(paper)));
  const convert = (file: Buffer) => writers.convertWithLibreOffice(soffice, file, 60_000);
  await measure(bench, `as PDF, by LibreOffice, ${TOGETHER} at a time`, docx, convert, TOGETHER);
}

async function measure<T>(
  { report }: Bench,
  what: string,
  inputs: readonly T[],
  make: (input: T) => Promise<unknown>,
  together: number,
): Promise<void> {
  await make(inputs[0]!);
  const [times, queue, started] = [[] as number[], [...inputs], performance.now()];
  const work = async (): Promise<void> => {
    for (let input = queue.shift(); input !== undefined; input = queue.shift()) {
      const begun = performance.now();
      await make(input);
      times.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: together }, work));
  const rate = rateOf(times, (performance.now() - started) / 1000);
  report.add({
    what: `${inputs.length} papers of two pages ${what}`,
    ours: `${rate.perSecond.toFixed(1)}/s`,
    p50: rate.p50,
    p99: rate.p99,
  });
}

/** Of the built service, as a worker runs them. */
async function built(): Promise<Writers> {
  const rendering = path.resolve(import.meta.dirname, '..', '..', 'dist', 'libs', 'documents', 'src', 'rendering');
  const files = ['page.js', 'docx.js', 'pdfmake.js', 'libreoffice.js'];
  const modules = await Promise.all(files.map((file) => import(pathToFileURL(path.join(rendering, file)).href)));
  return Object.assign({}, ...modules) as Writers;
}

function decision(serial: number): object {
  const text = '本机关认为，被申请人作出的行政行为认定事实不清，证据不足，适用依据错误。'.repeat(3);
  return {
    kind: 'BENCH',
    title: '行政复议决定书',
    layout: 'DECISION',
    seal: 'AUTHORITY',
    number: `余政复决〔2026〕${serial}号`,
    issuedOn: '2026-11-24',
    issuer: '杭州市余杭区人民政府',
    addressees: [],
    relief: '如不服本决定，可以自收到本决定书之日起十五日内向人民法院提起行政诉讼。',
    article: '复议法 2023 第64条',
    data: {},
    blocks: [
      { type: 'paragraph', text: `申请人：测试申请人${serial}。` },
      { type: 'paragraph', text: '被申请人：测试街道办事处。' },
      ...['一、申请人请求', '二、被申请人答复', '三、查明的事实', '四、本机关认为', '五、决定'].flatMap((heading) => [
        { type: 'heading', level: 1, text: heading },
        { type: 'paragraph', text },
      ]),
    ],
  };
}
