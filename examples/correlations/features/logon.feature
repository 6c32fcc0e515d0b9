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

  Scenario: A logon at the keyboard
    Given a matching event
    When its EventID is 4624
    And its LogonType is 2
    Then the rule is silent because LogonType does not match

  Scenario: A logon that fails
    Given an event matching "Failed logon"
    When its LogonType is 3
    Then the rule is silent because EventID does not match
