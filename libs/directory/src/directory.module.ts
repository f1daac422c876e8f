import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Absence } from './absence.entity.js';
import { AbsencesController } from './absences.controller.js';
import { AbsencesEditor } from './absences.editor.js';
import { AbsencesLists } from './absences.lists.js';
import { DirectoryController } from './directory.controller.js';
import { DirectoryLists } from './directory.lists.js';
import { DirectoryService } from './directory.service.js';
import { Organ } from './organ.entity.js';
import { OrgansEditor } from './organs.editor.js';
import { Person, Post } from './person.entity.js';
import { PostsEditor } from './posts.editor.js';

@Module({
  imports: [TypeOrmModule.forFeature([Absence, Organ, Person, Post])],
  providers: [DirectoryService, DirectoryLists, OrgansEditor, PostsEditor, AbsencesLists, AbsencesEditor],
  exports: [DirectoryService, DirectoryLists, OrgansEditor, PostsEditor, AbsencesLists, AbsencesEditor],
})
export class DirectoryModule {}

@Module({ imports: [DirectoryModule], controllers: [DirectoryController, AbsencesController] })
export class DirectoryHttpModule {}
