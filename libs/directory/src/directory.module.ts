import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DirectoryController } from './directory.controller.js';
import { DirectoryLists } from './directory.lists.js';
import { DirectoryService } from './directory.service.js';
import { Organ } from './organ.entity.js';
import { OrgansEditor } from './organs.editor.js';
import { Person, Post } from './person.entity.js';
import { PostsEditor } from './posts.editor.js';

@Module({
  imports: [TypeOrmModule.forFeature([Organ, Person, Post])],
  providers: [DirectoryService, DirectoryLists, OrgansEditor, PostsEditor],
  exports: [DirectoryService, DirectoryLists, OrgansEditor, PostsEditor],
})
export class DirectoryModule {}

@Module({ imports: [DirectoryModule], controllers: [DirectoryController] })
export class DirectoryHttpModule {}
