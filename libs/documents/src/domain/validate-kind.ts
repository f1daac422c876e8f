import { ROLES } from '@app/kernel';
import type { DocumentField, DocumentKind } from './document-kind.js';
import { isReliefCode } from './relief.js';
import { isSeries } from './series.js';

const CODE = /^[A-Z]{1,2}\d{2}(-[A-Z0-9]+)*$/;
const FIELD = /^[a-z][A-Za-z0-9]{0,59}$/;

/**
 * What is wrong with a kind of paper: what its type cannot say. Empty if it is sound.
 */
export function faultsOfKind(kind: DocumentKind): string[] {
  const roles = [...kind.drafters, ...kind.signers, ...(kind.readers ?? [])];
  const checks: [fault: boolean, words: string][] = [
    [!CODE.test(kind.code), 'code is malformed'],
    [!kind.name.trim(), 'name is empty'],
    [!kind.article.trim(), 'article is empty'],
    [kind.series !== null && !isSeries(kind.series), `series ${kind.series} is unknown`],
    [kind.relief !== undefined && !isReliefCode(kind.relief), `relief ${kind.relief} is unknown`],
    [kind.drafters.length === 0, 'nobody may draft it'],
    [kind.signers.length === 0, 'nobody may sign it'],
    [kind.volume === 'SUB' && kind.served, 'an internal paper is served on nobody'],
    [kind.served && kind.addressees.length === 0, 'it is served, but has no addressee'],
    [
      kind.issuerField !== undefined && !kind.fields.some(({ name }) => name === kind.issuerField),
      `field ${kind.issuerField} of its issuer is not there`,
    ],
    ...roles.map((role): [boolean, string] => [!(role in ROLES), `role ${role} is unknown`]),
    ...kind.fields.flatMap((field) => faultsOfField(field, kind.fields)),
  ];
  return checks.filter(([fault]) => fault).map(([, words]) => `${kind.code}: ${words}`);
}

function faultsOfField(field: DocumentField, all: readonly DocumentField[]): [boolean, string][] {
  const { name, label, type, choices } = field;
  return [
    [!FIELD.test(name), `field ${name} is malformed`],
    [!label.trim(), `field ${name} has no label`],
    [all.filter((other) => other.name === name).length > 1, `field ${name} is there twice`],
    [type === 'choice' && Object.keys(choices ?? {}).length === 0, `choice ${name} has no choices`],
    [type !== 'choice' && choices !== undefined, `field ${name} is no choice`],
  ];
}
