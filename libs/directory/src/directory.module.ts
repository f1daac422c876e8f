import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DirectoryController } from './directory.controller.js';
import { DirectoryEditor } from './directory.editor.js';
import { DirectoryService } from './directory.service.js';
import { Organ } from './organ.entity.js';
import { Person, Post } from './person.entity.js';

@Module({
  imports: [TypeOrmModule.forFeature([Organ, Person, Post])],
  providers: [DirectoryService, DirectoryEditor],
  exports: [DirectoryService, DirectoryEditor],
})
export class DirectoryModule {}

@Module({ imports: [DirectoryModule], controllers: [DirectoryController] })
export class DirectoryHttpModule {}
