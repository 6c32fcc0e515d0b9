Feature: Logon
  Logons over the network and by remote desktop.

  Background:
    Given the rule "Logon"

  Scenario Outline: A logon <how>
    Given a matching event
    When its EventID is 4624
    And its LogonType is <type>
    Then the rule fires

    Examples:
      | how               | type |
      | over the network  | 3    |
      | by remote desktop | 10   |

  Scenario Outline: A logon of type <type>, <how>
    Given a matching event
    When its EventID is 4624
    And its LogonType is <type>
    Then the rule is silent because LogonType does not match

    Examples:
      | how                         | type |
      | at the keyboard             | 2    |
      | unlocked without a network  | 13   |
      | of which Windows knows none | 30   |

  Scenario: A logon that fails
    Given an event matching "Failed logon"
    When its LogonType is 3
    Then the rule is silent because EventID does not match

  Scenario Outline: Event <id> only looks like it
    Given the event:
      """
      { "Channel": "Security", "EventID": <id>, "LogonType": 3 }
      """
    Then the rule is silent because EventID does not match

    Examples:
      | id    |
      | 14624 |
      | 46240 |

  Scenario: The same number in another log
    Given the event:
      """
      { "Channel": "Contoso-Agent/Operational", "EventID": 4624, "LogonType": 3 }
      """
    Then the rule is silent because of its log source
