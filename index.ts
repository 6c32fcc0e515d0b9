/** The library: every station's door under one roof. The steps register with Cucumber and have a door of their own. */
export * from './generators/index.ts'
export * from './measures/index.ts'
export * from './reports/index.ts'
export * from './sigma/index.ts'
export * from './sources/index.ts'
