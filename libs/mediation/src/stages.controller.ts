import { CalendarStore, ClockRules, type ClockRule } from '@app/deadlines';
import { Allow } from '@app/platform';
import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SOURCES, STAGES, type Stage } from './domain/facts.js';
import { BINDING_BY, STAGE_TABLE } from './domain/stages.js';
import { StageView, type StageTermView } from './stages.dto.js';

@ApiTags('mediation')
@Controller('mediation')
export class StagesController {
  constructor(
    private readonly rules: ClockRules,
    private readonly calendars: CalendarStore,
  ) {}

  /** The stages in which the centre mediates: sources, what may be mediated, term, instrument, and what follows. */
  @Get('stages')
  @Allow('cases.view')
  stages(): StageView[] {
    const terms = this.rules.list(this.calendars.known()).filter(({ code }) => code === 'MD_TERM');
    return (Object.keys(STAGE_TABLE) as Stage[]).map((code) => viewOf(code, terms));
  }
}

function viewOf(code: Stage, terms: readonly ClockRule[]): StageView {
  const { sources, bindingBy, ...row } = STAGE_TABLE[code];
  return {
    ...row,
    code,
    name: STAGES[code],
    sources: sources.map((source) => ({ code: source, name: SOURCES[source] })),
    bindingBy: BINDING_BY[bindingBy],
    terms: terms.filter(({ variant }) => row.terms.includes(variant ?? '')).map(termOf),
  };
}

function termOf({ variant, amount, unit, article, setting, maxExtensions }: ClockRule): StageTermView {
  return { variant: variant ?? '', amount, unit, article, setting: setting ?? null, maxExtensions: maxExtensions ?? 0 };
}
