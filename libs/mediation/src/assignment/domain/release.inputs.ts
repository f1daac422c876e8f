import { Text } from '../../domain/fields.js';

/** MD-05: the mediators give the case back. */
export class ReleaseMediatorInput {
  @Text(500, '退出理由')
  reason!: string;
}
