// The door of all that is read and written. Each room has one of its own, for commands that need no more.
export * from './events/index.ts'
export * from './faults/index.ts'
export { featureText } from './feature-text.ts'
export * from './formats/index.ts'
export * from './messages/index.ts'
export * from './output/index.ts'
export * from './rules/index.ts'
export * from './settings/index.ts'
