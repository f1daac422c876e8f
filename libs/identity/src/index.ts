export { newTemporaryPassword, openAccount, type NewAccount } from './account.store.js';
export { actorOf, actorOfPerson } from './actor-of.js';
export { PERMISSIONS, ROLE_PERMISSIONS, permissionsOf, type Permission } from './domain/permissions.js';
export { IdentityHttpModule } from './identity.module.js';
export type { IdentityOptions } from './options.js';
export { weaknesses } from './domain/password-policy.js';
export { hashPassword } from './passwords.js';
export { assertEveryRouteDeclares, declaredRoutes, type DeclaredRoute } from './routes.js';
