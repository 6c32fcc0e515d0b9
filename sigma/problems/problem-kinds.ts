import type { ProblemCode } from './problem.ts'

/** A code in general, for a table of them: Markdown without links. */
export interface ProblemKind {
  /** When it is raised: `a rule is rejected because ...`. */
  readonly meaning: string
  /** What to do about it. */
  readonly remedy: string
  /** What it takes beside the file for it to show; left out where the file alone shows it. */
  readonly needs?: 'other files' | 'events'
}

/** Every code's meaning and remedy; docs/problems.md says the same with examples. */
export const problemKinds: Readonly<Record<ProblemCode, ProblemKind>> = {
  'E-FILE': {
    meaning: 'the file cannot be read: a link that leaves the project or leads nowhere, a pipe, a socket, a device',
    remedy: 'put a file there, or leave the path out with `exclude:` in sigmaproof.yml',
  },
  'E-YAML': {
    meaning: 'the file is not UTF-8 or not YAML, a key comes twice, aliases expand without end',
    remedy: 'correct the YAML at this line or the one above it; save the file as UTF-8',
  },
  'E-DOC': { meaning: 'a document is neither empty nor a map', remedy: 'begin the rule with `title:`, without a dash' },
  'E-ACTION': {
    meaning: 'an `action` is none of global, reset and repeat, or repeats where no rule came before',
    remedy: 'write each rule out in a document of its own',
  },
  'E-VERSION': {
    meaning: '`sigma-version` is 3 or later',
    remedy: 'write the rule for Sigma 2, or use a tool for that version',
  },
  'E-TITLE': {
    meaning: 'there is no title, and neither an id nor a file name to call the rule by',
    remedy: 'give the rule a title',
  },
  'E-LOGSOURCE': {
    meaning: 'the log source is missing, or names neither category, product nor service',
    remedy: 'name at least one of category, product and service',
  },
  'E-DETECTION-MISSING': {
    meaning: 'there is no detection, or no search identifier in it',
    remedy: 'add a search identifier, such as `selection:`',
  },
  'E-DETECTION-EMPTY': {
    meaning: 'a search identifier holds nothing',
    remedy: 'put fields or keywords into it, or remove it',
  },
  'E-DETECTION-TYPE': {
    meaning: 'a map or list stands where a single value belongs',
    remedy: 'write a value or a list of values',
  },
  'E-KEYWORD': {
    meaning: 'a keyword is null or a boolean, or a modifier that needs a field has none',
    remedy: 'name the field before the modifier; put quotes around a keyword such as true',
  },
  'E-NUMBER': {
    meaning: 'a number is infinite or no number',
    remedy: 'write a finite number, or put quotes around the text',
  },
  'E-MODIFIER-UNKNOWN': {
    meaning: 'no modifier has this name (letter case counts)',
    remedy: 'use one of the names in the hint; instead of a modifier `not`, negate in the condition or use neq',
  },
  'E-MODIFIER-ORDER': {
    meaning: 'a modifier stands on the wrong side of another',
    remedy: 'put it where the message says',
  },
  'E-MODIFIER-CONFLICT': {
    meaning: 'two modifiers cannot stand together',
    remedy: 'keep one of them, or write two entries',
  },
  'E-MODIFIER-VALUE': {
    meaning: 'a modifier does not take a value of this type, or makes too many alternatives of it',
    remedy: 'write a value of the type that the message names',
  },
  'E-EXISTS': { meaning: '`exists` has something other than one true or false', remedy: 'write true or false' },
  'E-REGEX': {
    meaning: 'a regular expression is invalid or uses what a linear engine cannot do',
    remedy: 'write it without lookaround, back-references and counts over 1,000; several entries often do',
  },
  'E-CIDR': {
    meaning: 'a network is malformed or has host bits set',
    remedy: 'write the first address of the network with its prefix: 10.0.0.0/8',
  },
  'E-BASE64-WILDCARD': {
    meaning: 'a value to be encoded has a wildcard',
    remedy: 'escape it as `\\*` or `\\?`, and write contains after base64offset',
  },
  'E-FIELDREF-WILDCARD': {
    meaning: 'a field reference is empty or has a wildcard',
    remedy: 'write the plain name of one field',
  },
  'E-PLACEHOLDER': {
    meaning: 'a placeholder has no value',
    remedy: 'give it values in sigmaproof.yml, under placeholders',
  },
  'E-CONDITION-MISSING': { meaning: 'there is no condition', remedy: 'add `condition: selection`' },
  'E-CONDITION-SYNTAX': {
    meaning: 'the condition does not follow the grammar',
    remedy: 'write operators in lower case and name every selection with `1 of` or `all of`',
  },
  'E-CONDITION-PIPE': {
    meaning: 'the condition uses the removed aggregation syntax',
    remedy: 'write a correlation rule of the type that the message names',
  },
  'E-CONDITION-UNKNOWN': {
    meaning: 'the condition names a search identifier that does not exist',
    remedy: 'use one of the names in the hint',
  },
  'E-CONDITION-NOMATCH': {
    meaning: 'a pattern in the condition selects no search identifier',
    remedy: 'correct the pattern, or drop it together with its operator',
  },
  'E-CORR-TYPE': {
    meaning: 'a correlation has no type, or one that Sigma does not define',
    remedy: 'use one of the types in the message',
  },
  'E-CORR-KEY': {
    meaning: '`correlation` has a key that Sigma does not define',
    remedy: 'correct its spelling, or remove it',
  },
  'E-CORR-RULES': {
    meaning: '`rules` is missing, empty, no list of references, or lists a rule twice',
    remedy: 'list the id or name of each rule once',
  },
  'E-CORR-REF': {
    meaning: 'a correlation refers to a rule that does not exist, is rejected itself, or is one of several',
    remedy: 'give the rule a `name` of its own and use it; load its file too',
  },
  'E-CORR-CYCLE': {
    meaning: 'a correlation refers to itself, directly or through others',
    remedy: 'refer to detection rules, or to correlations that do not lead back',
  },
  'E-CORR-TIMESPAN': {
    meaning: 'the timespan is no number with a unit, or stands under `timeframe`',
    remedy: 'write one whole number and s, m, h or d: `90m`',
  },
  'E-CORR-CONDITION': {
    meaning: 'the condition of a correlation is missing or does not suit its type',
    remedy: 'compare with gt, gte, lt, lte, eq or neq; combine rules by name only in temporal correlations',
  },
  'E-CORR-FIELD': { meaning: 'a correlation over values names no field', remedy: 'add `field:` to its condition' },
  'E-CORR-ALIAS': {
    meaning: 'an alias is no map from a rule of the correlation to a field',
    remedy: 'write for each alias which field of which rule it stands for',
  },
  'E-CORR-GROUPBY': {
    meaning: '`group-by` is no field name and no list of them',
    remedy: 'write a field name or a list of them',
  },
  'E-CORR-GENERATE': { meaning: '`generate` is not true or false', remedy: 'write true or false' },
  'E-FILTER-RULES': {
    meaning: 'a filter does not say which rules it applies to',
    remedy: 'list ids or names of rules, or write any',
  },
  'E-FILTER-CONDITION': {
    meaning: 'a filter has no condition, or several',
    remedy: 'write one condition as text: `not selection`',
  },
  'E-FILTER-EMPTY': { meaning: 'a filter has no search identifier', remedy: 'add what it is to exclude' },
  'E-FILTER-LOGSOURCE': {
    meaning: 'the log source of a filter is missing or malformed',
    remedy: 'name at least one of category, product and service',
  },
  'W-NOT-A-RULE': {
    meaning: 'a file is empty or holds a map that is no Sigma rule; it is left out',
    remedy: 'leave the file out with `exclude:` in sigmaproof.yml, or give it a `detection:` and a `logsource:`',
  },
  'W-META': {
    meaning: 'a metadata field has the wrong type or a value outside its list; the rule means what it meant',
    remedy: 'use a value that the message names',
  },
  'W-ID': { meaning: 'the id is no UUID', remedy: 'give the rule a random UUID' },
  'W-DATE': { meaning: 'a date is written with slashes', remedy: 'write 2024-02-02' },
  'W-TAG': {
    meaning: 'a tag is not in the form namespace.name',
    remedy: 'write it in lower case with its namespace: attack.t1059',
  },
  'W-TAXONOMY': {
    meaning: 'a taxonomy other than sigma; field names are used as written',
    remedy: 'drop it if the field names are those of Sigma',
  },
  'W-ACTION': { meaning: 'the file uses collection actions', remedy: 'write each rule out in a document of its own' },
  'W-IGNORE': {
    meaning: 'a comment or a setting that ignores a problem is malformed or ignores nothing',
    remedy: 'write `# sigmaproof-ignore W-UNUSED: reason` where the problem stands, or remove it',
  },
  'W-TIMEFRAME': { meaning: 'a timeframe is ignored', remedy: 'write a correlation rule with a timespan' },
  'W-UNUSED': { meaning: 'no condition uses a search identifier', remedy: 'use it in the condition or remove it' },
  'W-ALL-OF-THEM': {
    meaning: 'the condition says `all of them`',
    remedy: 'name the identifiers, so that adding one does not change the rule unnoticed',
  },
  'W-EMPTY-LIST': { meaning: 'an empty list is read as null', remedy: 'write null if that is meant' },
  'W-NULL-LIST': {
    meaning: 'null stands among other values: the field may also be absent or null',
    remedy: 'nothing, if that is meant; a search identifier of its own for null says it more plainly',
  },
  'W-YAML11': {
    meaning: 'an unquoted value is another one to tools that read YAML 1.1, pySigma among them',
    remedy: 'put quotes around it, or write the number in decimal',
  },
  'W-ALL-SINGLE': { meaning: '`all` has a single value', remedy: 'drop `all`, or add the other values' },
  'W-ALL-NO-CONTAINS': {
    meaning: '`all` on one field without contains or re',
    remedy: 'use contains or re, or drop all',
  },
  'W-B64OFFSET-NO-CONTAINS': {
    meaning: 'base64offset without contains',
    remedy: 'write base64offset and then contains',
  },
  'W-UTF16-NO-BASE64': {
    meaning: 'a UTF-16 modifier without base64 after it',
    remedy: 'add base64offset before contains if the log holds base64',
  },
  'W-WINDASH-ALL': { meaning: 'windash beside all', remedy: 'nothing, if each value may be written with any dash' },
  'W-DUP-MODIFIER': { meaning: 'a modifier comes twice', remedy: 'drop one' },
  'W-RANGE': {
    meaning: 'a time part lies outside its range',
    remedy: 'write a value that the clock or the calendar has',
  },
  'W-REGEX-SUBSET': {
    meaning: 'a regular expression uses what not every Sigma back end has',
    remedy: 'write a group without a name',
  },
  'W-ESCAPED-WILDCARD': {
    meaning: "a backslash takes a wildcard's meaning away",
    remedy: 'write two backslashes where a backslash before a wildcard is meant',
  },
  'W-CONTROL-CHAR': {
    meaning: 'a value has a control character',
    remedy: 'remove it, or put single quotes around a backslash',
  },
  'W-LOGSOURCE-KEY': {
    meaning: 'a key of the log source is no key of Sigma, and nearly one',
    remedy: 'write category, product or service as they are spelled',
  },
  'W-LOGSOURCE-UNKNOWN': {
    meaning: 'the log source is none of the known ones',
    remedy: 'check its spelling; events are told apart by product only',
  },
  'W-FIELD-UNKNOWN': {
    meaning: 'no event of the log source has a field; a note where another agent writes it',
    remedy: 'write the field as the hint spells it, letter case included',
  },
  'W-CIDR-MISSING': {
    meaning: 'a network is compared as text',
    remedy: 'write the modifier cidr',
  },
  'W-PATH': {
    meaning: 'no value of the field begins as this one does',
    remedy: 'write endswith or contains, or begin with the drive or the root that events have',
  },
  'W-PERCENT': {
    meaning: 'a placeholder stands without expand',
    remedy: 'write the modifier expand',
  },
  'W-MATCHES-ALL': {
    meaning: 'every value matches; a note where the field may be absent',
    remedy: 'write the values that are meant, or exists for presence',
  },
  'W-GROUPBY-MISSING': {
    meaning: 'events of a correlation have no value in a group-by field and are not counted',
    remedy: 'group by a field that every event of the rules carries',
    needs: 'events',
  },
  'W-TIMESPAN-UNIT': {
    meaning: 'a timespan has a unit that Sigma does not define',
    remedy: 'write it in s, m, h or d',
  },
  'W-FILTER-NO-NOT': {
    meaning: 'the condition of a filter has no not, so that only what it describes is kept',
    remedy: 'write `not selection`',
  },
  'W-FILTER-REF': {
    meaning: 'a filter names a rule that does not exist or that it cannot apply to',
    remedy: 'correct the name, or load the file of the rule too',
    needs: 'other files',
  },
  'W-ID-DUPLICATE': {
    meaning: 'two rules of the set have one id',
    remedy: 'give each rule an id of its own',
    needs: 'other files',
  },
}
