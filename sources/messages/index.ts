// The door of whoever reads the messages of a run that is over.
export type { Message, Pickle, TestCase, Timestamp } from './message.ts'
export { MessageError } from './message-error.ts'
export { type MessageFile, readMessages } from './read-messages.ts'
