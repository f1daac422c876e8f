import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Counter, Series } from './series.entity.js';

@Module({ imports: [TypeOrmModule.forFeature([Series, Counter])] })
export class DocumentsModule {}
