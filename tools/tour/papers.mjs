// Papers of the online case: drafted, handed in, signed, made into files.
import { call, get, must, post, say, seen, until } from './client.mjs';

/** The path of the online case. */
export const kase = () => `cases/${seen.online.id}`;

/** Drafts a paper with what the case does not know, hands it in and has it signed. */
export async function signed(kind, data, signer) {
  const { id } = await post('fuyi', `${kase()}/papers`, { kind, data });
  const draft = await get('fuyi', `${kase()}/papers/${id}`);
  must(draft.missing.length === 0, `${kind} lacks ${JSON.stringify(draft.missing)}`);
  const { version } = await act('fuyi', id, 'submit', draft.version);
  const paper = await act(signer, id, 'sign', version);
  must(paper.state === 'SIGNED' && /^[0-9a-f]{64}$/.test(paper.hash), `${kind} is ${paper.state}`);
  must(paper.number === null || /〔\d{4}〕[1-9]\d*号$/.test(paper.number), `its number is ${paper.number}`);
  say(`${paper.title} ${paper.number}, ${paper.issuedOn}, signed by ${paper.signedByName}, SHA-256 ${paper.hash}`);
  return paper;
}

function act(login, id, name, version) {
  return call(`${kase()}/papers/${id}/${name}`, { as: login, method: 'POST', body: { version }, expect: 200 });
}

export function made(id) {
  return until('the files were not made', async () => {
    const { files } = await get('fuyi', `${kase()}/papers/${id}`);
    must(!files.some((file) => file.state === 'FAILED'), `a file failed: ${JSON.stringify(files)}`);
    return files.length === 2 && files.every((file) => file.state === 'DONE') ? files : undefined;
  });
}
