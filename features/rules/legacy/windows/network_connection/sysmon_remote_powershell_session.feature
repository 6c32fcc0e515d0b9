@attack.t1021.006
Feature: T1086 Remote PowerShell Session

  How the rule began: every connection to WinRM, unless NETWORK SERVICE makes it. Its successor kept the id, so both
  are called by their titles here.

  Background:
    Given the rule "T1086 Remote PowerShell Session"

  Rule: Every connection to WinRM is reported

    Scenario Outline: anna.keller opens a session over <transport>
      Given a matching event
      And its User is "CONTOSO\anna.keller"
      When its DestinationPort is <port>
      Then the rule fires

      Examples:
        | transport | port |
        | HTTP      | 5985 |
        | HTTPS     | 5986 |

    Scenario Outline: An event made without a look at the rule, over <transport>
      Given a network connection event with:
        | DestinationPort | <port>              |
        | User            | CONTOSO\anna.keller |
      Then the rule fires

      Examples:
        | transport | port |
        | HTTP      | 5985 |
        | HTTPS     | 5986 |

    Scenario: The ports around WinRM's
      Given a matching event
      When its DestinationPort is each of:
        | 5984 | 5987 | 59850 | 598 | 15985 | 15986 |
      Then the rule is silent because DestinationPort does not match

    @non-obvious
    Scenario: The start of a process misses twice
      Sysmon gives no other event a DestinationPort, so whatever is not event 3 lacks both.

      Given a benign process creation event
      And its User is "CONTOSO\anna.keller"
      Then the rule is silent because these do not match:
        | EventID | DestinationPort |

  Rule: NETWORK SERVICE is excused, in English only

    Scenario Outline: NETWORK SERVICE on <language> Windows
      Given a matching event
      When its User is NETWORK SERVICE in <language>
      Then the rule is suppressed by filter

      Examples: languages that keep the English name
        | language              |
        | English               |
        | Japanese              |
        | Korean                |
        | Chinese (Simplified)  |
        | Chinese (Traditional) |
        | Russian               |

      @known-gap
      Examples: languages with another name for the account or its authority
        | language              |
        | German                |
        | French                |
        | Italian               |
        | Spanish               |
        | Portuguese (Brazil)   |
        | Portuguese (Portugal) |
        | Polish                |
        | Norwegian             |
        | Swedish               |
        | Danish                |
        | Dutch                 |
        | Hungarian             |
        | Finnish               |

    Scenario Outline: Letter case does not matter: <letters>
      Given a matching event
      And its User is NETWORK SERVICE in English
      When its User is in <letters>
      Then the rule is suppressed by filter

      Examples:
        | letters    |
        | upper case |
        | lower case |

    Scenario: Accounts that only resemble the service
      Given a matching event
      When its User is each of:
        | CONTOSO\NETWORK SERVICE       | NT AUTHORITY\NETWORK SERVICES | NT AUTHORITY\NETWORK SERVIC   |
        | DNT AUTHORITY\NETWORK SERVICE | T AUTHORITY\NETWORK SERVICE   | NT AUTHORITY\DNETWORK SERVICE |
        | IT AUTHORITY\NETWORK SERVICE  | NT AUTHORITY2\NETWORK SERVICE | NT AUTHORITY\NETWORK2 SERVICE |
      Then the rule fires

  Rule: Only Sysmon's own events are judged

    Scenario: The same fields in another channel
      Given the event:
        """json
        { "Channel": "Security", "EventID": 3, "DestinationPort": 5985, "User": "CONTOSO\\anna.keller" }
        """
      Then the rule is silent because of its log source

    Scenario: The same connection on Linux
      Given the event:
        """json
        {
          "Channel": "Linux-Sysmon/Operational",
          "EventID": 3,
          "User": "anna.keller",
          "DestinationPort": 5985
        }
        """
      Then the rule is silent because of its log source

    Scenario: An event whose number only contains Sysmon's
      Given the event:
        """json
        { "EventID": 30, "DestinationPort": 5985, "User": "CONTOSO\\anna.keller" }
        """
      Then the rule is silent because EventID does not match

  Rule: This version reports what its successor leaves out

    Scenario Outline: <case>
      Given an event matching "Potential Remote PowerShell Session Initiated"
      And its DestinationPort is 5985
      When its <field> is <value>
      Then the rule fires
      But the rule "Potential Remote PowerShell Session Initiated" <verdict>

      Examples:
        | case                              | field         | value                     | verdict                                       |
        | The session comes in              | Initiated     | false                     | is silent because Initiated does not match    |
        | The session runs over IPv6        | DestinationIp | "2001:db8:0:0:0:0:0:25"   | is silent because SourceIsIpv6 does not match |
        | NETWORK SERVICE on German Windows | User          | NETWORK SERVICE in German | is suppressed by filter_main_service_users    |

    Scenario: Avast connects
      Given an event matching "Potential Remote PowerShell Session Initiated"
      When its Image is "C:\Program Files\Avast Software\Avast\AvastSvc.exe"
      Then the rule fires
      But the rule "Potential Remote PowerShell Session Initiated" is suppressed by filter_optional_avast

    Scenario: The host calls itself
      Given an event matching "Potential Remote PowerShell Session Initiated"
      When its SourceIp is "127.0.0.1"
      And its DestinationIp is "127.0.0.1"
      Then the rule fires
      But the rule "Potential Remote PowerShell Session Initiated" is suppressed by filter_main_localhost

  Rule: Its successor reports what this version cannot see

    @non-obvious
    Scenario: The same session, told by a sensor other than Sysmon
      This version insists on Sysmon's EventID; its successor asks for the category alone.

      Given the event:
        """json
        {
          "Image": "C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe",
          "User": "CONTOSO\\anna.keller",
          "Initiated": "true",
          "SourceIsIpv6": "false",
          "SourceIp": "192.0.2.10",
          "DestinationIp": "192.0.2.25",
          "DestinationPort": 5985
        }
        """
      Then the rule "Potential Remote PowerShell Session Initiated" fires
      But the rule is silent because EventID does not match
