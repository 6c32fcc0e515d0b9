Feature: Password spraying
  Failed logons of three accounts from one address within five minutes.

  Background:
    Given the rule "Password spraying"

  Scenario: Three accounts
    Given an event matching "Failed logon"
    And its TargetUserName is each of:
      | anna | bert | cara |
    Then the rule fires

  Scenario: Three accounts in exactly five minutes
    Given an event matching "Failed logon"
    And its TargetUserName is each of:
      | anna | bert |
    When 5 minutes pass
    And an event matching "Failed logon"
    And its TargetUserName is "cara"
    Then the rule fires

  Scenario: The third account a second too late
    Given an event matching "Failed logon"
    And its TargetUserName is each of:
      | anna | bert |
    When 301 seconds pass
    And an event matching "Failed logon"
    And its TargetUserName is "cara"
    Then the rule is silent

  Scenario: Two accounts, however often
    Given 10 events matching "Failed logon" within 1 minute
    And its TargetUserName is "anna"
    When 1 second passes
    And 10 events matching "Failed logon" within 1 minute
    And its TargetUserName is "bert"
    Then the rule is silent

  Scenario: Three accounts from two addresses
    Given an event matching "Failed logon"
    And its TargetUserName is each of:
      | anna | bert |
    When 1 minute passes
    And an event matching "Failed logon"
    And its TargetUserName is "cara"
    And its IpAddress is "192.0.2.77"
    Then the rule is silent
