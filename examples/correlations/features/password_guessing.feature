Feature: Password guessing
  Five failed logons of one account within ten minutes. The window counts both of its ends.

  Background:
    Given the rule "Password guessing"

  Scenario: Five failures take exactly ten minutes
    Given 5 events matching "Failed logon" within 10 minutes
    Then the rule fires

  Scenario: The fifth failure comes a second too late
    Given 4 events matching "Failed logon" within 10 minutes
    When 1 second passes
    And an event matching "Failed logon"
    Then the rule is silent

  Scenario: Four failures
    Given 4 events matching "Failed logon" within 1 minute
    Then the rule is silent

  Scenario: Nine failures, none of five of one account
    Given 4 events matching "Failed logon" within 1 minute
    And its TargetUserName is "anna"
    When 1 second passes
    And 5 events matching "Failed logon"
    And its TargetUserName is "bert"
    Then the rule fires only for TargetUserName "bert"

  Scenario: It reports once for a run of failures, and again after a rest
    Given 20 events matching "Failed logon" within 5 minutes
    When 1 hour passes
    And 5 events matching "Failed logon" within 1 minute
    Then the rule fires exactly 2 times

  Scenario: The failures are not reported beside it
    Given 5 events matching "Failed logon" within 1 minute
    Then exactly these rules fire:
      | Password guessing |

  Scenario: A failed logon by itself is no finding
    Given an event matching "Failed logon"
    Then no rule fires
