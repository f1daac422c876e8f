/** The one place where the shape of the system is written: which lib may use which, besides kernel and platform. */
const mayUse = {
  // foundation
  kernel: [],
  platform: [],
  // tools
  audit: [],
  directory: ['audit'],
  identity: ['audit', 'directory'],
  deadlines: ['audit'],
  documents: ['audit'],
  notifications: ['audit', 'directory'],
  // casework
  cases: ['audit', 'directory', 'deadlines', 'documents'],
  'service-of-process': ['audit', 'directory', 'deadlines', 'documents', 'cases'],
  reconsideration: ['audit', 'directory', 'deadlines', 'documents', 'cases', 'service-of-process'],
  mediation: ['audit', 'directory', 'deadlines', 'documents', 'cases'],
  ownership: ['audit', 'directory', 'deadlines', 'documents', 'cases'],
  // outward
  reminders: ['audit', 'directory', 'deadlines', 'notifications', 'cases'],
  portal: [
    'audit',
    'directory',
    'deadlines',
    'documents',
    'notifications',
    'cases',
    'service-of-process',
    'reconsideration',
  ],
  liaison: [
    'audit',
    'directory',
    'deadlines',
    'documents',
    'notifications',
    'cases',
    'service-of-process',
    'reconsideration',
    'mediation',
    'ownership',
  ],
  integrity: ['audit', 'directory', 'deadlines', 'notifications', 'cases', 'documents', 'service-of-process'],
  feeds: ['audit', 'directory', 'identity', 'deadlines', 'cases'],
};
const foundation = { kernel: [], platform: ['kernel'] };

const edges = Object.entries(mayUse).map(([lib, allowed]) => ({
  name: `${lib}-uses-only-its-list`,
  severity: 'error',
  from: { path: `^libs/${lib}/` },
  to: {
    path: '^libs/',
    pathNot: `^libs/(${[lib, ...(foundation[lib] ?? ['kernel', 'platform']), ...allowed].join('|')})/`,
  },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...edges,
    {
      name: 'a-lib-has-one-door',
      comment: 'Other libs and apps enter through index.ts; only migrations checks and tests see entities.',
      severity: 'error',
      from: { path: '^(libs|apps|test|tools|bench)/([^/]+)/', pathNot: '^apps/cli/src/commands/periods\\.ts$' },
      to: { path: '^libs/([^/]+)/src/', pathNot: ['^libs/[^/]+/src/index\\.ts$', '^libs/$2/', '\\.entity\\.ts$'] },
    },
    {
      name: 'heyi-periods-knows-the-arithmetic',
      comment:
        'It imports the pure part of deadlines past its door, which brings Nest and TypeORM: a second of start-up.',
      severity: 'error',
      from: { path: '^apps/cli/src/commands/periods\\.ts$' },
      to: {
        path: '^libs/([^/]+)/src/',
        pathNot: '^libs/(kernel/src/index|deadlines/src/(domain/index|calendar-data))\\.ts$',
      },
    },
    {
      name: 'entities-stay-inside',
      severity: 'error',
      from: { path: '^(libs|apps)/([^/]+)/', pathNot: '^apps/cli/' },
      to: { path: '^libs/.*\\.entity\\.ts$', pathNot: '^libs/$2/' },
    },
    {
      name: 'domain-is-pure',
      comment: 'Rules know no framework, no database, no clock; class-validator decorates the inputs of steps.',
      severity: 'error',
      from: { path: '^libs/[^/]+/src/.*domain/', pathNot: '\\.spec\\.ts$' },
      to: {
        pathNot: [
          '^libs/kernel/',
          '^libs/([^/]+)/src/.*domain/',
          '^libs/cases/src/(index|engine/(procedure|judge|validate-procedure))\\.ts$',
          '^libs/(deadlines|documents|service-of-process)/src/index\\.ts$',
          'node_modules/class-(validator|transformer)/',
          'node_modules/@nestjs/swagger/',
          'node_modules/reflect-metadata/',
        ],
      },
    },
    {
      name: 'libs-know-no-app',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^(apps|test|tools|bench)/' },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-unlisted-package',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.mjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
