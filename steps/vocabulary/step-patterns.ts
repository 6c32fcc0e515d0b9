/** A step that a scenario can have. */
export interface StepPattern {
  /** The Cucumber expression, as its step is defined with it. */
  readonly pattern: string
  /** A step that it reads, without its table or doc string. */
  readonly example: string
}

/** Every pattern of the vocabulary, in the order of its steps. */
export const stepPatterns: readonly StepPattern[] = [
  { pattern: 'the rule {rule}', example: 'Given the rule "Failed Logon"' },
  { pattern: 'these rules:', example: 'Given these rules:' },
  { pattern: 'a matching event', example: 'Given a matching event' },
  { pattern: 'a matching event via {part}', example: 'Given a matching event via selection' },
  { pattern: '{int} matching event(s)', example: 'Given 50 matching events' },
  { pattern: 'a benign {sysmon event} event', example: 'Given a benign process creation event' },
  { pattern: 'a(n) {sysmon event} event with:', example: 'Given a network connection event with:' },
  { pattern: 'these {sysmon event} events:', example: 'Given these process creation events:' },
  { pattern: 'the event:', example: 'Given the event:' },
  { pattern: '{some events} matching {rule}', example: 'Given 5 events matching "Failed Logon"' },
  {
    pattern: '{some events} matching {rule} within {duration}',
    example: 'Given 5 events matching "Failed Logon" within 10 minutes',
  },
  { pattern: 'its {field} is {value}', example: String.raw`When its Image is "C:\Windows\System32\cmd.exe"` },
  { pattern: 'its {field} is:', example: 'When its CommandLine is:' },
  { pattern: 'its {field} is {absence}', example: 'When its User is absent' },
  { pattern: 'its {field} is each of:', example: 'When its User is each of:' },
  { pattern: 'its {field} is inside {cidr}', example: 'When its SourceIp is inside 10.0.0.0/8' },
  { pattern: 'its {field} is inside each of:', example: 'When its SourceIp is inside each of:' },
  { pattern: 'its {field} is just outside {cidr}', example: 'When its SourceIp is just outside 10.0.0.0/8' },
  { pattern: 'its {field} is just outside each of:', example: 'When its SourceIp is just outside each of:' },
  { pattern: 'its {field} is {account} in {language}', example: 'When its User is NETWORK SERVICE in French' },
  {
    pattern: 'its {field} is {account} in every Windows language',
    example: 'When its User is SYSTEM in every Windows language',
  },
  { pattern: 'its {field} has {value} instead of {value}', example: 'When its CommandLine has "-e" instead of "-enc"' },
  {
    pattern: 'its {field} falls just short of {value}',
    example: String.raw`When its Image falls just short of "\cmd.exe"`,
  },
  { pattern: 'its {field} is in {letter case}', example: 'When its Image is in upper case' },
  { pattern: '{duration} pass(es)', example: 'When 10 minutes pass' },
  { pattern: '{the rule} fires', example: 'Then the rule fires' },
  { pattern: '{the rule} fires via {part}', example: 'Then the rule fires via selection' },
  { pattern: '{the rule} fires exactly {int} time(s)', example: 'Then the rule fires exactly 3 times' },
  { pattern: '{the rule} fires only for {field} {value}', example: 'Then the rule fires only for User "anna"' },
  { pattern: '{the rule} is silent', example: 'Then the rule is silent' },
  {
    pattern: '{the rule} is silent because {part} does not match',
    example: 'Then the rule is silent because Image does not match',
  },
  {
    pattern: '{the rule} is silent because these do not match:',
    example: 'Then the rule is silent because these do not match:',
  },
  {
    pattern: '{the rule} is silent because of its log source',
    example: 'Then the rule is silent because of its log source',
  },
  { pattern: '{the rule} is suppressed by {filter}', example: 'Then the rule is suppressed by filter_main_admin' },
  { pattern: '{the rule} is suppressed by:', example: 'Then the rule is suppressed by:' },
  { pattern: 'exactly these rules fire:', example: 'Then exactly these rules fire:' },
  { pattern: 'no rule fires', example: 'Then no rule fires' },
  { pattern: '{the rule} can never match {field} {value}', example: 'Then the rule can never match SourceIp "::1"' },
  { pattern: '{the rule} does not need {part}', example: 'Then the rule does not need OriginalFileName' },
]
