import { ClocksService } from '@app/deadlines';
import { Clock, newId, staleVersion, type CalendarDate, type Id } from '@app/kernel';
import { FieldCipher } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { Access, type Key } from '../access/access.js';
import { codeHash, newCode } from '../access/codes.js';
import { DRAFT_RULE } from '../domain/draft-rule.js';
import { DraftStore, type DraftRow } from './draft-store.js';
import type { DraftCreatedView, DraftSavedView, PortalDraftView, SavePortalDraftRequest } from './drafts.dto.js';

/** A draft's id and code, and where they come from. */
export type DraftKey = Omit<Key, 'of'> & { readonly id: Id };

/** Applications being written, by people without an account. */
@Injectable()
export class PortalDrafts {
  constructor(
    private readonly access: Access,
    private readonly store: DraftStore,
    private readonly clocks: ClocksService,
    private readonly cipher: FieldCipher,
    private readonly clock: Clock,
  ) {}

  async create(): Promise<DraftCreatedView> {
    const [id, code, expiresOn] = [newId(), newCode(), this.expiry()];
    const hash = codeHash(this.cipher, code);
    await this.store.insert({ id, codeHash: hash, content: {}, version: 1, savedAt: this.clock.now(), expiresOn });
    return { id, code, version: 1, expiresOn };
  }

  /** @throws DomainError portal.no-access and the like */
  async view(key: DraftKey): Promise<PortalDraftView> {
    const { id, version, savedAt, expiresOn, content } = await this.open(key);
    return { id, version, savedAt, expiresOn, content };
  }

  /** Replaces the content as a whole. @throws DomainError portal.no-access, portal.draft.stale-version */
  async save(key: DraftKey, request: SavePortalDraftRequest): Promise<DraftSavedView> {
    const row = await this.open(key);
    const [savedAt, expiresOn] = [this.clock.now(), this.expiry()];
    const version = await this.store.update({ ...row, ...request, savedAt, expiresOn });
    if (version === undefined) throw staleVersion('portal.draft');
    return { version, savedAt, expiresOn };
  }

  async delete(key: DraftKey): Promise<void> {
    await this.open(key);
    await this.store.delete(key.id);
  }

  /** The draft itself. */
  async open(key: DraftKey): Promise<DraftRow> {
    const stored = await this.access.open({ ...key, of: key.id }, () => this.store.find(key.id, this.clock.today()));
    return this.store.clear(stored);
  }

  private expiry(): CalendarDate {
    return this.clocks.dueIfStarted(DRAFT_RULE.code, this.clock.today());
  }
}
