Feature: Password guessed
  A logon of the account after its password was guessed at: an order, over a correlation and a rule.

  Background:
    Given the rule "Password guessed"

  Scenario: A logon right after the fifth failure
    Given 5 events matching "Failed logon" within 2 minutes
    When 15 minutes pass
    And an event matching "Logon"
    Then the rule fires
    And the rule "Password guessing" fires

  Scenario: A logon a second later than that
    Given 5 events matching "Failed logon" within 2 minutes
    When 901 seconds pass
    And an event matching "Logon"
    Then the rule is silent

  Scenario: A logon before
    Given an event matching "Logon"
    When 1 minute passes
    And 5 events matching "Failed logon" within 2 minutes
    Then the rule is silent

  Scenario: A logon of somebody else
    Given 5 events matching "Failed logon" within 2 minutes
    When 1 minute passes
    And an event matching "Logon"
    And its TargetUserName is "bert"
    Then the rule is silent
