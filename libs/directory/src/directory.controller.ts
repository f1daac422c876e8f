import type { Actor, Page } from '@app/kernel';
import { Allow, ApiPage, CurrentActor, IdempotencyKeyHeader, Idempotent } from '@app/platform';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  ChangeOrganRequest,
  CreateOrganRequest,
  CreatePostRequest,
  EndOrganRequest,
  EndPostRequest,
  OrganListRequest,
  PeopleListRequest,
  type CreatedView,
  OrganView,
  PersonView,
} from './directory.dto.js';
import { DirectoryLists } from './directory.lists.js';
import { OrgansEditor } from './organs.editor.js';
import { PostsEditor } from './posts.editor.js';

@ApiTags('directory')
@Controller('directory')
export class DirectoryController {
  constructor(
    private readonly lists: DirectoryLists,
    private readonly organEditor: OrgansEditor,
    private readonly posts: PostsEditor,
  ) {}

  /** Organs as they are, or were on a day. */
  @Get('organs')
  @Allow('directory.view')
  @ApiPage(OrganView)
  organs(@Query() request: OrganListRequest): Promise<Page<OrganView>> {
    return this.lists.organs(request);
  }

  @Get('organs/:id')
  @Allow('directory.view')
  organ(@Param('id', ParseUUIDPipe) id: string): Promise<OrganView> {
    return this.lists.organ(id);
  }

  /** Who holds which post today. */
  @Get('people')
  @Allow('directory.view')
  @ApiPage(PersonView)
  people(@Query() request: PeopleListRequest): Promise<Page<PersonView>> {
    return this.lists.people(request);
  }

  @Post('organs')
  @Allow('directory.manage')
  @Idempotent()
  createOrgan(
    @CurrentActor() actor: Actor,
    @Body() request: CreateOrganRequest,
    @IdempotencyKeyHeader() key: string | undefined,
  ): Promise<CreatedView> {
    return this.organEditor.create(actor, request, key);
  }

  /** Corrects names, rank and authorisation. */
  @Patch('organs/:id')
  @Allow('directory.manage')
  async changeOrgan(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: ChangeOrganRequest,
  ): Promise<OrganView> {
    await this.organEditor.change(actor, id, request);
    return this.lists.organ(id);
  }

  /** Ends an organ, which stays for what it did; its posts and the bodies under it only if the request says so. */
  @Post('organs/:id/end')
  @Allow('directory.manage')
  @HttpCode(200)
  async endOrgan(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: EndOrganRequest,
  ): Promise<OrganView> {
    await this.organEditor.end(actor, id, request);
    return this.lists.organ(id);
  }

  /** Gives a person a post. */
  @Post('posts')
  @Allow('directory.manage')
  @Idempotent()
  createPost(
    @CurrentActor() actor: Actor,
    @Body() request: CreatePostRequest,
    @IdempotencyKeyHeader() key: string | undefined,
  ): Promise<CreatedView> {
    return this.posts.create(actor, request, key);
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
    return this.posts.end(actor, id, request);
  }
}
