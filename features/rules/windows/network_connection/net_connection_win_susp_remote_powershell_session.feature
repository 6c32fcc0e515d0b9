@attack.t1021.006
Feature: Potential Remote PowerShell Session Initiated

  PowerShell remoting travels over WinRM, on port 5985 in the clear and on 5986 under TLS. Windows' own
  NETWORK SERVICE opens such connections as a matter of course; an ordinary account that does may be
  stepping from one host to the next.

  Background:
    Given the rule "Potential Remote PowerShell Session Initiated"

  Rule: A session that an ordinary account opens is reported

    Scenario Outline: anna.keller opens a session over <transport>
      Everything the selection reads is stated here, so nothing in this event follows the rule when it changes.

      Given a matching event
      And its Initiated is true
      And its SourceIp is "192.0.2.10"
      And its DestinationIp is "192.0.2.25"
      And its Image is "C:\Windows\System32\WindowsPowerShell\v1.0\powershell.exe"
      And its User is "CONTOSO\anna.keller"
      When its DestinationPort is <port>
      Then the rule fires

      Examples:
        | transport | port |
        | HTTP      | 5985 |
        | HTTPS     | 5986 |

    Scenario: The program that opens it does not matter
      Given a matching event
      And its User is "CONTOSO\anna.keller"
      When its Image is each of:
        | C:\Program Files\PowerShell\7\pwsh.exe | C:\Windows\System32\wsmprovhost.exe | C:\Python312\python.exe | C:\Windows\explorer.exe |
      Then the rule fires

    Scenario: Whoever else opens it is reported too
      Given a matching event
      When its User is each of:
        | CONTOSO\bob.ortiz | CONTOSO\Administrator | CONTOSO\svc-backup | CONTOSO\WS0042$ |
      Then the rule fires

    Scenario Outline: <near miss>
      Given a matching event
      And its User is "CONTOSO\anna.keller"
      When its <field> is <value>
      Then the rule is silent because <field> does not match

      Examples:
        | near miss                            | field           | value |
        | The port below WinRM                 | DestinationPort | 5984  |
        | The port above WinRM                 | DestinationPort | 5987  |
        | WinRM's port with a digit more       | DestinationPort | 59850 |
        | WinRM's port behind another digit    | DestinationPort | 15985 |
        | Its second port behind another digit | DestinationPort | 15986 |
        | Remote desktop                       | DestinationPort | 3389  |
        | WinRM's port for the host itself     | DestinationPort | 47001 |
        | The host is called and does not call | Initiated       | false |

    Scenario: WinRM's port at the near end
      The port that counts is the one of the host that is called.

      Given a matching event
      And its DestinationPort is 443
      When its SourcePort is each of:
        | 5985 | 5986 |
      Then the rule is silent because DestinationPort does not match

    @known-gap
    Scenario: A session between IPv6 hosts
      The selection wants SourceIsIpv6 to be false, and Sysmon sets it as soon as the hosts speak IPv6.

      Given a matching event
      And its User is "CONTOSO\anna.keller"
      When its DestinationIp is "2001:db8:0:0:0:0:0:25"
      Then the rule fires

    Scenario: IPv6 alone is what keeps that session out of sight
      Given a matching event
      And its User is "CONTOSO\anna.keller"
      When its DestinationIp is "2001:db8:0:0:0:0:0:25"
      Then the rule is silent because SourceIsIpv6 does not match

  Rule: NETWORK SERVICE is excused under the names the rule lists

    Scenario Outline: NETWORK SERVICE on <language> Windows
      Given a matching event
      When its User is NETWORK SERVICE in <language>
      Then the rule is suppressed by filter_main_service_users

      Examples: languages with a name of their own that the rule lists
        | language |
        | German   |
        | Spanish  |
        | Italian  |
        | French   |

      Examples: languages that keep the English name
        | language              |
        | English               |
        | Japanese              |
        | Korean                |
        | Chinese (Simplified)  |
        | Chinese (Traditional) |
        | Russian               |
        | Swedish               |

      @known-gap
      Examples: languages whose name the rule lacks
        | language              |
        | Portuguese (Brazil)   |
        | Portuguese (Portugal) |
        | Polish                |
        | Norwegian             |
        | Danish                |
        | Dutch                 |
        | Hungarian             |
        | Finnish               |

    @non-obvious
    Scenario: The French name survives whatever becomes of its accent
      The rule spells the name in two pieces around the É, because collectors garble that letter in many ways.

      Given a matching event
      When its User is each of:
        | AUTORITE NT\SERVICE RÉSEAU | AUTORITE NT\SERVICE R?SEAU | AUTORITE NT\SERVICE RÃ‰SEAU |
      Then the rule is suppressed by filter_main_service_users

    Scenario: One piece of the French name does not excuse
      Given a matching event
      When its User is each of:
        | CONTOSO\Service Recrutement | CONTOSO\jean.rousseau |
      Then the rule fires

    Scenario: The name alone, as another agent may tell it
      Sysmon always writes the authority before it; the event without one is listed as unrealistic.

      Given a matching event
      When its User is each of:
        | NETWORK SERVICE | NETZWERKDIENST | SERVICIO DE RED | SERVIZIO DI RETE | SERVICE RÉSEAU |
      Then the rule is suppressed by filter_main_service_users

    @non-obvious
    Scenario: The two pieces of the French name excuse in any order
      Given a matching event
      When its User is "RÉSEAU\Service Régional"
      Then the rule is suppressed by filter_main_service_users

    Scenario: Accounts that only resemble the service
      Given a matching event
      When its User is each of:
        | CONTOSO\NETWORK-SERVICE  | CONTOSO\NETWORKS SERVICE  | CONTOSO\Network Team Service |
        | CONTOSO\NETZWECKDIENST   | CONTOSO\NETZWEHRKDIENST   | CONTOSO\NETZDIENST           |
        | CONTOSO\SERVICIO_DE RED  | CONTOSO\SERVICIOS DE RED  | CONTOSO\SERVICIO             |
        | CONTOSO\SERVIZIO-DI RETE | CONTOSO\SERVIZIO2 DI RETE | CONTOSO\SERVIZIO             |
        | CONTOSO\SERVACE RÉSEAU   | CONTOSO\SERVOICE RÉSEAU   | CONTOSO\SERVICE RÉSOAU       |
      Then the rule fires

    Scenario Outline: A letter short of <name>
      Given a matching event
      And its User is NETWORK SERVICE in <language>
      When its User falls just short of <name>
      Then the rule fires

      Examples:
        | language | name               |
        | English  | "NETWORK SERVICE"  |
        | German   | "NETZWERKDIENST"   |
        | Spanish  | "SERVICIO DE RED"  |
        | Italian  | "SERVIZIO DI RETE" |
        | French   | "SERVICE R"        |
        | French   | "SEAU"             |

    Scenario Outline: The letter case of <language> Windows does not matter: <letters>
      Given a matching event
      And its User is NETWORK SERVICE in <language>
      When its User is in <letters>
      Then the rule is suppressed by filter_main_service_users

      Examples:
        | language | letters    |
        | English  | lower case |
        | German   | upper case |
        | Spanish  | upper case |
        | Italian  | lower case |
        | French   | lower case |

    Scenario Outline: <account> is not excused, in any language
      Given a matching event
      When its User is <account> in every Windows language
      Then the rule fires

      Examples:
        | account       |
        | SYSTEM        |
        | LOCAL SERVICE |

    @known-gap
    Scenario: A person whose account sounds like the service
      Given a matching event
      When its User is "CONTOSO\Network Service Desk"
      Then the rule fires

  Rule: A host that calls itself is excused

    Scenario: Loopback at both ends
      Given a matching event
      And its User is "CONTOSO\anna.keller"
      When its SourceIp is "127.0.0.1"
      And its DestinationIp is "127.0.0.1"
      Then the rule is suppressed by filter_main_localhost

    @non-obvious
    Scenario Outline: From <source> to <destination>
      The filter has a list for each end, and wants both of them.

      Given a matching event
      And its User is "CONTOSO\anna.keller"
      When its SourceIp is "<source>"
      And its DestinationIp is "<destination>"
      Then the rule fires

      Examples:
        | source     | destination |
        | 127.0.0.1  | 192.0.2.25  |
        | 192.0.2.10 | 127.0.0.1   |
        | 127.0.0.1  | 127.0.0.10  |
        | 127.0.0.10 | 127.0.0.1   |
        | 127.0.0.1  | 127.0.0.2   |
        | 127.0.0.2  | 127.0.0.1   |
        | 127.0.0.1  | 127.8.0.1   |
        | 127.8.0.1  | 127.0.0.1   |
        | 127.0.0.1  | 227.0.0.1   |
        | 227.0.0.1  | 127.0.0.1   |

    @non-obvious
    Scenario: IPv6 loopback, as Sysmon spells it
      Sysmon writes the address out in full and sets SourceIsIpv6, so the selection is not met in the first place.

      Given a matching event
      When its SourceIp is "0:0:0:0:0:0:0:1"
      And its DestinationIp is "0:0:0:0:0:0:0:1"
      Then the rule is silent because SourceIsIpv6 does not match
      And the rule can never match SourceIp "::1"
      And the rule can never match DestinationIp "::1"

    @non-obvious
    Scenario Outline: IPv6 loopback, as another agent may spell it: <source> to <destination>
      The rule's '::1' is meant for agents that shorten the address and leave SourceIsIpv6 alone. No Sysmon event
      looks like this one; it is listed as unrealistic.

      Given a matching event
      And its User is "CONTOSO\anna.keller"
      And its SourceIsIpv6 is false
      When its SourceIp is "<source>"
      And its DestinationIp is "<destination>"
      Then the rule is suppressed by filter_main_localhost

      Examples:
        | source    | destination |
        | ::1       | ::1         |
        | ::1       | 127.0.0.1   |
        | 127.0.0.1 | ::1         |

    @non-obvious
    Scenario Outline: Almost that loopback: <source> to <destination>
      Given a matching event
      And its User is "CONTOSO\anna.keller"
      And its SourceIsIpv6 is false
      When its SourceIp is "<source>"
      And its DestinationIp is "<destination>"
      Then the rule fires

      Examples:
        | source | destination |
        | ::1    | ::2         |
        | ::2    | ::1         |
        | ::1    | ::10        |
        | ::10   | ::1         |

  Rule: Avast's service is excused, what resembles it is not

    Scenario Outline: AvastSvc.exe in <folder>
      Given a matching event
      And its User is "CONTOSO\anna.keller"
      When its Image is "<folder>\Avast Software\Avast\AvastSvc.exe"
      Then the rule is suppressed by filter_optional_avast

      Examples:
        | folder                 |
        | C:\Program Files       |
        | C:\Program Files (x86) |

    Scenario Outline: Letter case does not matter in <folder>
      Given a matching event
      And its User is "CONTOSO\anna.keller"
      And its Image is "<folder>\Avast Software\Avast\AvastSvc.exe"
      When its Image is in lower case
      Then the rule is suppressed by filter_optional_avast

      Examples:
        | folder                 |
        | C:\Program Files       |
        | C:\Program Files (x86) |

    Scenario: Look-alikes of Avast's service
      Given a matching event
      And its User is "CONTOSO\anna.keller"
      When its Image is each of:
        | C:\Users\Public\Avast Software\Avast\AvastSvc.exe            |
        | C:\Program Files\Avast Software\Avast\AvastSvc.exe.exe       |
        | C:\Program Files (x86)\Avast Software\Avast\AvastSvc.exe.exe |
        | \??\C:\Program Files\Avast Software\Avast\AvastSvc.exe       |
        | \??\C:\Program Files (x86)\Avast Software\Avast\AvastSvc.exe |
        | C:\Program Files\Avast Software\AvastSvc.exe                 |
        | C:\Program Files (x86)\AvastSvc.exe                          |
        | D:\Program Files\Avast Software\Avast\AvastSvc.exe           |
        | D:\Program Files (x86)\Avast Software\Avast\AvastSvc.exe     |
        | C:\Program Files\Avast-Software\Avast\AvastSvc.exe           |
        | C:\Program Files (x86)\Avast-Software\Avast\AvastSvc.exe     |
        | C:\Program Files\Avast! Software\Avast\AvastSvc.exe          |
        | C:\Program Files (x86)\Avast! Software\Avast\AvastSvc.exe    |
        | C:\Program Files\Avast Software\Avast\AvastSvc_exe           |
        | C:\Program Files (x86)\Avast Software\Avast\AvastSvc_exe     |
      Then the rule fires

    Scenario: Two reasons to be silent are both named
      Given a matching event
      When its Image is "C:\Program Files\Avast Software\Avast\AvastSvc.exe"
      And its User is NETWORK SERVICE in English
      Then the rule is suppressed by:
        | filter_main_service_users |
        | filter_optional_avast     |

    Scenario: Three reasons to be silent are all named
      Given a matching event
      When its Image is "C:\Program Files (x86)\Avast Software\Avast\AvastSvc.exe"
      And its User is NETWORK SERVICE in Italian
      And its SourceIp is "127.0.0.1"
      And its DestinationIp is "127.0.0.1"
      Then the rule is suppressed by:
        | filter_main_service_users |
        | filter_main_localhost     |
        | filter_optional_avast     |

  Rule: Only network connections are judged

    Scenario: A network connection, made without a look at the rule
      Given a network connection event with:
        | DestinationPort | 5985                 |
        | Initiated       | true                 |
        | SourceIp        | 192.0.2.10           |
        | DestinationIp   | 192.0.2.25           |
        | User            | CONTOSO\\anna.keller |
      Then the rule fires

    Scenario: The same connection on Linux
      Given the event:
        """json
        {
          "Channel": "Linux-Sysmon/Operational",
          "EventID": 3,
          "Image": "/opt/microsoft/powershell/7/pwsh",
          "User": "anna.keller",
          "Initiated": "true",
          "SourceIsIpv6": "false",
          "SourceIp": "192.0.2.10",
          "DestinationIp": "192.0.2.25",
          "DestinationPort": 5985
        }
        """
      Then the rule is silent because of its log source

    Scenario: The start of PowerShell is for other rules
      Given a benign process creation event
      When its User is "CONTOSO\anna.keller"
      Then the rule is silent because of its log source
