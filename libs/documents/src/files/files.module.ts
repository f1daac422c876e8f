import { Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CaseFileExport } from './case-file-export.entity.js';
import { CaseFileExports } from './case-file-exports.js';
import { Content } from './content.entity.js';
import { Contents } from './contents.js';
import { CaseFileItem, FileVersion } from './file.entity.js';
import { FileJobs } from './files.jobs.js';
import { Files } from './files.js';
import { FILE_OPTIONS, type FileOptions } from './options.js';
import { DirectoryStorage } from './storage/directory-storage.js';
import { FileStorage } from './storage/file-storage.js';
import { S3Storage } from './storage/s3-storage.js';

/** Tells files where they are kept, and by whom they are scanned; given once at an app's root. */
@Module({})
export class FileStorageModule {
  static forRoot(options: FileOptions): DynamicModule {
    return {
      module: FileStorageModule,
      global: true,
      providers: [
        { provide: FILE_OPTIONS, useValue: options },
        { provide: FileStorage, useFactory: () => storageOf(options) },
      ],
      exports: [FILE_OPTIONS, FileStorage],
    };
  }
}

function storageOf({ storage }: FileOptions): FileStorage {
  return storage.kind === 's3' ? new S3Storage(storage) : new DirectoryStorage(storage.directory);
}

@Module({
  imports: [TypeOrmModule.forFeature([CaseFileItem, FileVersion, Content, CaseFileExport])],
  providers: [Files, Contents, CaseFileExports],
  exports: [Files, Contents, CaseFileExports],
})
export class FilesModule {}

@Module({ imports: [FilesModule], providers: [FileJobs] })
export class FilesJobsModule {}
