import { DirectoryService } from '@app/directory';
import { Clock, DomainError, organsOf, type Actor, type Id, type RoleCode } from '@app/kernel';
import type { Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';

/** Posts whose holders register disputes and see them through; new ones are given to the first two. [L] */
const HANDLING: readonly RoleCode[] = ['intake_officer', 'centre_staff', 'case_handler', 'centre_manager'];
const ASSIGNED: readonly RoleCode[] = ['intake_officer', 'centre_staff'];

/** Who may handle disputes of an office. */
@Injectable()
export class Officers {
  constructor(
    private readonly directory: DirectoryService,
    private readonly clock: Clock,
  ) {}

  /**
   * The office for which the actor registers: the one asked for, or the first where he holds such a post.
   * @throws DomainError cases.not-your-office
   */
  officeOf(actor: Actor, asked: Id | null | undefined): Id {
    if (asked != null && organsOf(actor).includes(asked)) return asked;
    const post = actor.posts.find((p) => HANDLING.includes(p.role)) ?? actor.posts[0];
    if (asked != null || !post) {
      throw new DomainError('cases.not-your-office', {
        kind: 'invalid',
        detail: '只能以本人任职的单位登记。',
        errors: [{ pointer: '#/organId', code: 'notYourOffice', detail: '只能以本人任职的单位登记' }],
      });
    }
    return post.organId;
  }

  /** @throws DomainError cases.not-an-officer unless the person holds a handling post in the office today */
  async mustHandle(personId: Id, organId: Id, pointer: string, tx?: Tx): Promise<void> {
    if ((await this.holders(HANDLING, organId, tx)).includes(personId)) return;
    throw new DomainError('cases.not-an-officer', {
      kind: 'invalid',
      detail: '该人员不是本单位的经办人员。',
      errors: [{ pointer, code: 'notAnOfficer', detail: '该人员不是本单位的经办人员' }],
    });
  }

  /** Those among whom new disputes of an office are shared out. */
  async assignable(organId: Id, tx?: Tx): Promise<Id[]> {
    return this.holders(ASSIGNED, organId, tx);
  }

  private async holders(roles: readonly RoleCode[], organId: Id, tx?: Tx): Promise<Id[]> {
    const today = this.clock.today();
    const posts = await this.directory.postsOf(roles, today, organId, tx);
    return [...new Set(posts.map((p) => p.personId))];
  }
}
