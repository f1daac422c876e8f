import type { Actor, Page } from '@app/kernel';
import { Allow, CurrentActor } from '@app/platform';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  CreateOrganRequest,
  CreatePostRequest,
  EndOrganRequest,
  EndPostRequest,
  OrganListRequest,
  PeopleListRequest,
  type CreatedView,
  type OrganView,
  type PersonView,
} from './directory.dto.js';
import { DirectoryEditor } from './directory.editor.js';

@ApiTags('directory')
@Controller('directory')
export class DirectoryController {
  constructor(private readonly editor: DirectoryEditor) {}

  /** Organs as they are, or were on a day. */
  @Get('organs')
  @Allow('directory.view')
  organs(@Query() request: OrganListRequest): Promise<Page<OrganView>> {
    return this.editor.organs(request);
  }

  @Get('organs/:id')
  @Allow('directory.view')
  organ(@Param('id', ParseUUIDPipe) id: string): Promise<OrganView> {
    return this.editor.organ(id);
  }

  /** Who holds which post today. */
  @Get('people')
  @Allow('directory.view')
  people(@Query() request: PeopleListRequest): Promise<Page<PersonView>> {
    return this.editor.people(request);
  }

  @Post('organs')
  @Allow('directory.manage')
  createOrgan(@CurrentActor() actor: Actor, @Body() request: CreateOrganRequest): Promise<CreatedView> {
    return this.editor.createOrgan(actor, request);
  }

  /** Ends an organ; it stays for what it did. */
  @Post('organs/:id/end')
  @Allow('directory.manage')
  @HttpCode(200)
  endOrgan(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: EndOrganRequest,
  ): Promise<OrganView> {
    return this.editor.endOrgan(actor, id, request);
  }

  /** Gives a person a post. */
  @Post('posts')
  @Allow('directory.manage')
  createPost(@CurrentActor() actor: Actor, @Body() request: CreatePostRequest): Promise<CreatedView> {
    return this.editor.createPost(actor, request);
  }

  /** Ends a post; what its holder had to do must be handed over. */
  @Post('posts/:id/end')
  @Allow('directory.manage')
  @HttpCode(204)
  endPost(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: EndPostRequest,
  ): Promise<void> {
    return this.editor.endPost(actor, id, request);
  }
}
