Feature: Failed logon
  The rule that the correlations count. What it matches is said here; how often, and of whom, is said of them.

  Background:
    Given the rule "Failed logon"

  Scenario: A logon fails
    Given a matching event
    When its EventID is 4625
    Then the rule fires

  Scenario: A logon succeeds
    Given an event matching "Logon"
    Then the rule is silent because EventID does not match

  Scenario Outline: Event <id> only looks like it
    Given the event:
      """
      { "Channel": "Security", "EventID": <id> }
      """
    Then the rule is silent because EventID does not match

    Examples:
      | id    |
      | 14625 |
      | 46250 |

  Scenario: The same number in another log
    Given the event:
      """
      { "Channel": "Contoso-Agent/Operational", "EventID": 4625 }
      """
    Then the rule is silent because of its log source
