import { Allow } from '@app/platform';
import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DocumentQueries } from './document.queries.js';
import type { DocumentKindView, VoidNumberView } from './documents.dto.js';

@ApiTags('documents')
@Controller('documents')
export class DocumentsController {
  constructor(private readonly queries: DocumentQueries) {}

  /** Every kind of paper, with its fields and who drafts and signs it. */
  @Get('kinds')
  @Allow('cases.view')
  kinds(): DocumentKindView[] {
    return this.queries.kinds();
  }

  /** The register of void numbers 作废文号: used up, never given again. Newest first. */
  @Get('void-numbers')
  @Allow('cases.view-all')
  voidNumbers(): Promise<VoidNumberView[]> {
    return this.queries.voidNumbers();
  }
}
