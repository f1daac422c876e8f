import { CIVIL, codeName, FIELDS, ID_TYPES, isCodeOn, MATTERS, type Code } from '@app/cases';
import { DirectoryService, ORGAN_KINDS, type OrganKind } from '@app/directory';
import { Clock } from '@app/kernel';
import { Public, RateLimited } from '@app/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RIGHTS } from './domain/rights.js';
import { PortalCodesView, RespondentsRequest, RespondentView, RightView, type PortalCodeView } from './portal.dto.js';
import { RATES } from './portal.rates.js';

/** All kinds but bodies that are no administrative organs. */
const RESPONDENTS = (Object.keys(ORGAN_KINDS) as OrganKind[]).filter(
  (kind) => kind !== 'MEDIATION_CENTRE' && kind !== 'MEDIATION_COMMITTEE',
);

/** What an applicant must know to fill in the form; the same for everybody. */
@ApiTags('portal')
@Controller('portal')
export class PortalInfoController {
  constructor(
    private readonly directory: DirectoryService,
    private readonly clock: Clock,
  ) {}

  /** Organs of a day that can be respondents, in their official order. */
  @Get('organs')
  @Public()
  @RateLimited(RATES.read)
  async organs(@Query() { on }: RespondentsRequest): Promise<RespondentView[]> {
    const organs = await this.directory.organsValidOn(on ?? this.clock.today(), { kinds: RESPONDENTS });
    return organs.map(({ id, name, shortName, kind }) => ({ id, name, shortName, kind, kindName: ORGAN_KINDS[kind] }));
  }

  /** Matters, fields and papers to choose from today; a civil dispute is no matter for reconsideration. */
  @Get('codes')
  @Public()
  @RateLimited(RATES.read)
  codes(): PortalCodesView {
    const today = this.clock.today();
    const valid = (table: readonly Code[]): PortalCodeView[] =>
      table
        .filter(({ code }) => code !== CIVIL && isCodeOn(table, code, today))
        .map(({ code }) => ({ code, name: codeName(table, code) }));
    const idTypes = Object.entries(ID_TYPES).map(([code, name]) => ({ code, name }));
    return { matters: valid(MATTERS), fields: valid(FIELDS), idTypes };
  }

  /** 申请人的权利义务, and where help is found. */
  @Get('rights')
  @Public()
  @RateLimited(RATES.read)
  rights(): RightView[] {
    return RIGHTS.map((right) => ({ ...right }));
  }
}
