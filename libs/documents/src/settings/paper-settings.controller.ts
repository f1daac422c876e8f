import type { Actor } from '@app/kernel';
import { Allow, CurrentActor } from '@app/platform';
import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ChangeIssuerRequest, ChangeSeriesRequest, type IssuerView, type SeriesView } from './paper-settings.dto.js';
import { PaperSettings } from './paper-settings.service.js';

@ApiTags('settings')
@Controller('settings')
export class PaperSettingsController {
  constructor(private readonly settings: PaperSettings) {}

  /** Series of numbers with their 机关代字. */
  @Get('paper-series')
  @Allow('documents.manage')
  series(): Promise<SeriesView[]> {
    return this.settings.series();
  }

  /** Gives a series another 机关代字, from its next number on; counting goes on. */
  @Put('paper-series/:code')
  @Allow('documents.manage')
  changeSeries(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body() request: ChangeSeriesRequest,
  ): Promise<SeriesView> {
    return this.settings.changeSeries(actor, code, request);
  }

  /** In whose name papers are issued, by their seal. */
  @Get('paper-issuers')
  @Allow('documents.manage')
  issuers(): Promise<IssuerView[]> {
    return this.settings.issuers();
  }

  /** Changes in whose name papers are issued from now on; signed ones stay as they are. */
  @Put('paper-issuers/:seal')
  @Allow('documents.manage')
  changeIssuer(
    @CurrentActor() actor: Actor,
    @Param('seal') seal: string,
    @Body() request: ChangeIssuerRequest,
  ): Promise<IssuerView> {
    return this.settings.changeIssuer(actor, seal, request);
  }
}
