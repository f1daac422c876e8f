import { DomainError, type Id } from '@app/kernel';
import { sql, type Tx } from '@app/platform';

/**
 * Whatever names a file as a proof in a case names one of that case, which was not withdrawn.
 * @param pointer where the request names it
 * @throws DomainError documents.file-not-of-case
 */
export async function mustBeFileOfCase(tx: Tx, caseId: Id, fileId: Id | undefined, pointer: string): Promise<void> {
  if (fileId === undefined) return;
  const found = await sql(
    tx,
    'SELECT 1 FROM documents.file f WHERE f.id = $1 AND f.case_id = $2 AND f.withdrawn_on IS NULL',
    [fileId, caseId],
  );
  if (found.length > 0) return;
  const detail = '凭证应为本案卷宗中的材料，请先上传到本案。';
  throw new DomainError('documents.file-not-of-case', {
    kind: 'invalid',
    detail,
    errors: [{ pointer, code: 'notOfCase', detail }],
  });
}
