import { contentDisposition, normaliseFileName } from './file-name.js';

it.each([
  ['答复书.pdf', '答复书.pdf'],
  ['  答复书  第二版.PDF ', '答复书 第二版.PDF'],
  ['e\u0301.png', 'é.png'],
])('keeps %j as %j', (raw, kept) => expect(normaliseFileName(raw)).toBe(kept));

it.each(['', '.pdf', 'a', 'a.', '../a.pdf', 'a/b.pdf', 'a\\b.pdf', 'c:a.pdf', 'a\0.pdf', 'a\n.pdf', 'CON.pdf', 'nul.docx', 'fdp.\u202etxt.pdf', `${'长'.repeat(130)}.pdf`, 'a?.pdf', '\ud800.pdf'])(
  'refuses %j',
  (raw) => expect(() => normaliseFileName(raw)).toThrow('documents.bad-file-name'),
); // prettier-ignore

it('names a file of any script in a header of ASCII', () => {
  expect(contentDisposition('inline', '答复书(1).pdf')).toBe(
    `inline; filename="file.pdf"; filename*=UTF-8''%E7%AD%94%E5%A4%8D%E4%B9%A6%281%29.pdf`,
  );
});
