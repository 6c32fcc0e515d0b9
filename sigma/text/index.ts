// The door for those who only show texts: nothing of the language stands behind it.
export { inertLines } from './inert-lines.ts'
export { quotedIn } from './quoted-in.ts'
export { visibleText } from './visible-text.ts'
