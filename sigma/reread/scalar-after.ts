import type { Source } from '../source.ts'
import type { YamlScalar } from '../yaml/node.ts'
import { readYaml } from '../yaml/read-yaml.ts'
import { editedStretch, movedNode, type TextEdit } from './fragment.ts'

/** Spellings on one line that end where they end and read the same wherever they stand: quoted, and plain without any mark of YAML. */
const spellings: readonly RegExp[] = [
  /^'(?:[^'\p{C}\p{Zl}\p{Zp}]|'')*'$/u,
  /^"(?:[^"\\\p{C}\p{Zl}\p{Zp}]|\\["\\/bnrt])*"$/u,
  /^[\w\\/.+](?:[\w\\/.%@()+=~^$-]| +(?! |$))*$/,
]

/** A value after an edit within it; null where it is not spelled as it was, or only the lines around can tell what it is. */
export function scalarAfter({ span }: YamlScalar, { path, text }: Source, edit: TextEdit): YamlScalar | null {
  const [before, after] = [text.slice(span.start, span.end), editedStretch(text, span.start, span.end, edit)]
  if (!spellings.some((each) => each.test(before) && each.test(after))) return null
  const { documents, problems } = readYaml({ path, text: after })
  const root = documents[0]?.root
  return root?.kind === 'scalar' && problems.length === 0 ? movedNode(root, span.start) : null
}
