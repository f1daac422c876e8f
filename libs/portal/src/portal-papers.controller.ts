import { sendFile } from '@app/cases';
import { download, FILE_TYPES } from '@app/documents';
import { ApiFile, IdempotencyKeyHeader, Idempotent, Public, RateLimited } from '@app/platform';
import {
  Body,
  Controller,
  Headers,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Res,
  type StreamableFile,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Address, NumberAndCode } from './access/key.dto.js';
import { PortalDocuments } from './papers/documents.service.js';
import { Inspection } from './papers/inspection.service.js';
import {
  ReceiveDocumentRequest,
  ServiceAddressRequest,
  type PermittedFileView,
  type SentDocumentView,
  type ServiceAddressView,
} from './papers/papers.dto.js';
import { RATES } from './portal.rates.js';

/** Papers between the applicant and the authority: where they are served, that they have come, what may be inspected. */
@ApiTags('portal')
@Controller('portal')
export class PortalPapersController {
  constructor(
    private readonly documents: PortalDocuments,
    private readonly inspection: Inspection,
  ) {}

  /** Says where he is served from now on, and whether electronically. */
  @Post('service-address')
  @Public()
  @RateLimited(RATES.act)
  @Idempotent()
  confirmAddress(
    @Body() body: ServiceAddressRequest,
    @Address() address: string,
    @IdempotencyKeyHeader() key: string | undefined,
  ): Promise<ServiceAddressView> {
    return this.documents.confirmAddress(body, address, key);
  }

  /** Confirms that he has a paper which was sent electronically. */
  @Post('documents/receive')
  @Public()
  @RateLimited(RATES.act)
  @HttpCode(200)
  receive(@Body() body: ReceiveDocumentRequest, @Address() address: string): Promise<SentDocumentView> {
    return this.documents.receive({ number: body.number, code: body.code, address }, body.documentId);
  }

  /** A signed paper that was sent to him electronically, as PDF. */
  @Post('documents/:id/content')
  @Public()
  @RateLimited(RATES.track)
  @HttpCode(200)
  @ApiFile('application/pdf')
  async paper(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: NumberAndCode,
    @Address() address: string,
  ): Promise<StreamableFile> {
    const { file, name } = await this.documents.read({ ...body, address }, id);
    return download(file, name, 'pdf');
  }

  /** What of the file he may inspect. */
  @Post('files')
  @Public()
  @RateLimited(RATES.track)
  @HttpCode(200)
  files(@Body() body: NumberAndCode, @Address() address: string): Promise<PermittedFileView[]> {
    return this.inspection.list({ ...body, address });
  }

  /** The content of a file, whole or in part (`Range`). */
  @Post('files/:id/content')
  @Public()
  @RateLimited(RATES.track)
  @HttpCode(200)
  @ApiFile(...Object.values(FILE_TYPES).map(({ mime }) => mime))
  async content(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: NumberAndCode,
    @Address() address: string,
    @Headers('range') range: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { version, open } = await this.inspection.read({ ...body, address }, id);
    await sendFile(reply, range, { ...version, open });
  }
}
