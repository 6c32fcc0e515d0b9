@attack.t1059.001
Feature: Network Connection Initiated By PowerShell Process

  A hunter's starting point: every connection that PowerShell opens, except where one of Windows' own accounts
  stays on the local network, or where Microsoft is at the other end.

  Background:
    Given the rule "Network Connection Initiated By PowerShell Process"

  Rule: PowerShell that connects to the internet is reported

    Scenario Outline: <program> calls out
      Everything the selection reads is stated here, so nothing in this event follows the rule when it changes.

      Given a matching event
      And its Initiated is true
      And its User is "CONTOSO\anna.keller"
      And its DestinationIp is "203.0.113.80"
      When its Image is "<folder>\<program>"
      Then the rule fires

      Examples:
        | program        | folder                                     |
        | powershell.exe | C:\Windows\System32\WindowsPowerShell\v1.0 |
        | pwsh.exe       | C:\Program Files\PowerShell\7              |

    Scenario Outline: Letter case does not matter: <file>
      Given a matching event
      And its User is "CONTOSO\anna.keller"
      And its DestinationIp is "203.0.113.80"
      And its Image is "C:\Tools\<file>"
      When its Image is in upper case
      Then the rule fires

      Examples:
        | file           |
        | powershell.exe |
        | pwsh.exe       |

    Scenario: Programs whose name only resembles PowerShell's
      Given a matching event
      When its Image is each of:
        | C:\Tools\mypowershell.exe                                     |
        | C:\Tools\mypwsh.exe                                           |
        | C:\Tools\powershell.exe.old                                   |
        | C:\Tools\pwsh.exe.bak                                         |
        | C:\Tools\owershell.exe                                        |
        | C:\Tools\wsh.exe                                              |
        | C:\Windows\System32\WindowsPowerShell\v1.0\powershell_ise.exe |
        | C:\Program Files\PowerShell\7-preview\pwsh-preview.exe        |
        | C:\Windows\System32\cmd.exe                                   |
        | C:\Tools\powersmell.exe                                       |
        | C:\Tools\powers-hell.exe                                      |
        | C:\Tools\powershell_exe                                       |
        | C:\Tools\pwsh_exe                                             |
        | C:\Tools\pw-sh.exe                                            |
      Then the rule is silent because Image does not match

    Scenario: PowerShell that is called and does not call
      Given a matching event
      And its Image is "C:\Windows\System32\WindowsPowerShell\v1.0\powershell.exe"
      When its Initiated is false
      Then the rule is silent because Initiated does not match

    Scenario: The start of PowerShell is for other rules
      Given a benign process creation event
      When its Image is "C:\Windows\System32\WindowsPowerShell\v1.0\powershell.exe"
      Then the rule is silent because of its log source

  Rule: Only network connections are judged

    Scenario: A network connection, made without a look at the rule
      Given a network connection event with:
        | Image         | C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe |
        | Initiated     | true                                                           |
        | User          | CONTOSO\\anna.keller                                           |
        | DestinationIp | 203.0.113.80                                                   |
      Then the rule fires

    Scenario: The same connection on Linux
      Given the event:
        """json
        {
          "Channel": "Linux-Sysmon/Operational",
          "EventID": 3,
          "Image": "/opt/tools\\pwsh.exe",
          "User": "anna.keller",
          "Initiated": "true",
          "DestinationIp": "203.0.113.80"
        }
        """
      Then the rule is silent because of its log source

  Rule: Windows' own accounts may talk to the local network

    Scenario Outline: SYSTEM inside <network>
      Given a matching event
      And its User is SYSTEM in English
      When its DestinationIp is inside <network>
      Then the rule is suppressed by filter_main_local_ip

      Examples: IPv4
        | network        |
        | 127.0.0.0/8    |
        | 10.0.0.0/8     |
        | 169.254.0.0/16 |
        | 172.16.0.0/12  |
        | 192.168.0.0/16 |

      Examples: IPv6, which Sysmon always writes out in full
        | network   |
        | ::1/128   |
        | fe80::/10 |
        | fc00::/7  |

    Scenario Outline: SYSTEM one address outside of <network>
      Given a matching event
      And its User is SYSTEM in English
      When its DestinationIp is just outside <network>
      Then the rule fires

      Examples: IPv4
        | network        |
        | 127.0.0.0/8    |
        | 10.0.0.0/8     |
        | 169.254.0.0/16 |
        | 172.16.0.0/12  |
        | 192.168.0.0/16 |

      Examples: IPv6
        | network   |
        | ::1/128   |
        | fe80::/10 |
        | fc00::/7  |

    @non-obvious
    Scenario: An ordinary user on the local network
      The filter wants the account and the network; either alone excuses nobody.

      Given a matching event
      And its User is "CONTOSO\anna.keller"
      When its DestinationIp is inside each of:
        | 127.0.0.0/8    | 10.0.0.0/8 | 169.254.0.0/16 | 172.16.0.0/12 |
        | 192.168.0.0/16 | ::1/128    | fe80::/10      | fc00::/7      |
      Then the rule fires

    Scenario: An ordinary user one address outside of it
      Given a matching event
      And its User is "CONTOSO\anna.keller"
      When its DestinationIp is just outside each of:
        | 127.0.0.0/8    | 10.0.0.0/8 | 169.254.0.0/16 | 172.16.0.0/12 |
        | 192.168.0.0/16 | ::1/128    | fe80::/10      | fc00::/7      |
      Then the rule fires

    @non-obvious
    Scenario Outline: <account> on <language> Windows
      The rule knows an account by its authority: AUTHORI covers most languages, AUTORI covers German, French and
      Brazilian Portuguese. Four languages call the authority something else altogether.

      Given a matching event
      And its DestinationIp is "10.20.30.40"
      When its User is <account> in <language>
      Then the rule is suppressed by filter_main_local_ip

      Examples: every account
        | account         | language |
        | SYSTEM          | English  |
        | LOCAL SERVICE   | English  |
        | NETWORK SERVICE | English  |

      Examples: other languages that keep the English authority
        | account         | language              |
        | SYSTEM          | Japanese              |
        | SYSTEM          | Korean                |
        | SYSTEM          | Chinese (Simplified)  |
        | SYSTEM          | Chinese (Traditional) |
        | SYSTEM          | Russian               |
        | SYSTEM          | Italian               |
        | SYSTEM          | Spanish               |
        | SYSTEM          | Portuguese (Portugal) |
        | LOCAL SERVICE   | Hungarian             |
        | LOCAL SERVICE   | Czech                 |
        | NETWORK SERVICE | Dutch                 |
        | NETWORK SERVICE | Danish                |

      Examples: languages that spell it with AUTORI
        | account | language            |
        | SYSTEM  | German              |
        | SYSTEM  | French              |
        | SYSTEM  | Portuguese (Brazil) |

      @known-gap
      Examples: languages that call it something else
        | account         | language  |
        | SYSTEM          | Polish    |
        | SYSTEM          | Norwegian |
        | SYSTEM          | Swedish   |
        | NETWORK SERVICE | Finnish   |

    Scenario Outline: A letter short of <text>
      Given a matching event
      And its DestinationIp is "10.20.30.40"
      And its User is SYSTEM in <language>
      When its User falls just short of <text>
      Then the rule fires

      Examples:
        | language | text      |
        | English  | "AUTHORI" |
        | German   | "AUTORI"  |

    Scenario: Accounts that almost hold one of the texts
      Given a matching event
      And its DestinationIp is "10.20.30.40"
      When its User is each of:
        | CONTOSO\aut-origin | CONTOSO\aut-horizon | CONTOSO\aurorina | CONTOSO\auditoria |
      Then the rule fires

    @known-gap
    Scenario: A person whose account holds the text by chance
      Given a matching event
      And its DestinationIp is "10.20.30.40"
      When its User is "CONTOSO\authoring-team"
      Then the rule fires

  Rule: Microsoft's addresses are excused, whoever calls them

    Scenario Outline: anna.keller inside <network>
      Given a matching event
      And its User is "CONTOSO\anna.keller"
      When its DestinationIp is inside <network>
      Then the rule is suppressed by filter_main_msrange

      Examples:
        | network         |
        | 20.184.0.0/13   |
        | 51.103.210.0/23 |

    Scenario Outline: SYSTEM inside <network>, too
      Given a matching event
      And its User is SYSTEM in English
      When its DestinationIp is inside <network>
      Then the rule is suppressed by filter_main_msrange

      Examples:
        | network         |
        | 20.184.0.0/13   |
        | 51.103.210.0/23 |

    Scenario Outline: One address outside of <network>
      Given a matching event
      And its User is "CONTOSO\anna.keller"
      When its DestinationIp is just outside <network>
      Then the rule fires

      Examples:
        | network         |
        | 20.184.0.0/13   |
        | 51.103.210.0/23 |
