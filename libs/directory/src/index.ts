export { OrgansEditor } from './organs.editor.js';
export { PostsEditor } from './posts.editor.js';
export { DirectoryHttpModule, DirectoryModule } from './directory.module.js';
export { DirectoryService, type OrganRecord, type PostRecord } from './directory.service.js';
export { ORGAN_KINDS, type OrganKind } from './domain/organ-kinds.js';
export { mustBeSeparate } from './domain/separation.js';
export { answeringOn, isValidOn } from './domain/validity.js';
export { yuhang, type NetworkBody, type SeedAccount, type SeedOrgan, type SeedPerson } from './seed/yuhang.js';
