import { existsSync } from 'node:fs';
import path from 'node:path';
import { evidence, upload } from '../case-file/forms.js';
import { Ground, type FileSeen } from '../case-file/ground.js';
import { pdf } from '../case-file/samples.js';
import { MARKER, SIGNATURE, startScanner, type Scanner } from './scanner.js';

let scanner: Scanner;
let g: Ground;

beforeAll(async () => {
  scanner = await startScanner();
  g = await Ground.begin({ files: { clamd: scanner.address } });
}, 60_000);

afterAll(async () => {
  await g.app.close();
  await scanner.stop();
});

const infected = async () => Buffer.concat([await pdf(1, 'infected'), Buffer.from(`\n%${MARKER}\n`)]);
const scanOf = async (id: string) => (await g.list('fuyi')).find((f) => f.id === id)!.versions[0]!;

async function reads(file: FileSeen): Promise<[number, string | undefined]> {
  const answer = await (await g.app.as('fuyi')).get(`/files/${file.id}`);
  return [answer.status, (answer.body as { code?: string }).code];
}

it('keeps a file in quarantine until it is scanned, then gives it out', async () => {
  const file = await g.adds('lian', evidence(g.partyId), await pdf(2, 'clean'));
  expect(file.versions[0]!.scan).toBe('PENDING');
  expect(await reads(file)).toEqual([409, 'documents.file-quarantined']);
  await g.app.drain();
  expect(await scanOf(file.id)).toMatchObject({ scan: 'CLEAN', pages: 2 });
  expect((await reads(file))[0]).toBe(200);
});

it('refuses what is infected: never read, its bytes gone, on record, and not taken a second time', async () => {
  const content = await infected();
  const file = await g.adds('lian', evidence(g.partyId), content);
  const { sha256 } = file.versions[0]!;
  await g.app.drain();
  expect((await scanOf(file.id)).scan).toBe('INFECTED');
  expect(await reads(file)).toEqual([409, 'documents.file-infected']);
  expect(existsSync(path.join(g.app.filesDir, sha256.slice(0, 2), sha256.slice(2, 4), sha256))).toBe(false);
  const [act] = await g.acts('documents.refuse-infected');
  expect(act).toMatchObject({ subjectId: file.id, detail: { no: 1, signature: `${SIGNATURE}.UNOFFICIAL` } });
  const again = await upload(await g.app.as('lian'), `/cases/${g.caseId}/files`, evidence(g.partyId), content);
  expect([again.status, (again.body as { code: string }).code]).toEqual([409, 'documents.file-infected']);
});

it('keeps what cannot be scanned in quarantine, and scans it when the scanner is back', async () => {
  const away = await startScanner();
  const h = await Ground.begin({ files: { clamd: away.address } });
  await away.stop();
  const file = await h.adds('lian', evidence(h.partyId), await pdf(1, 'later'));
  await expect(h.app.drain()).rejects.toThrow();
  expect((await h.list('fuyi')).find((f) => f.id === file.id)!.versions[0]!.scan).toBe('PENDING');
  await h.app.close();
}, 60_000);
