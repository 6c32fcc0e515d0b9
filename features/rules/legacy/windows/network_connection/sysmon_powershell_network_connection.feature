@attack.t1059.001
Feature: PowerShell Network Connections

  How the rule began: Windows PowerShell alone, and SYSTEM may reach any address that begins like a private one.

  Background:
    Given the rule "PowerShell Network Connections"

  Rule: Windows PowerShell on the network is reported

    Scenario: anna.keller calls out
      Given a matching event
      And its User is "CONTOSO\anna.keller"
      And its DestinationIp is "203.0.113.80"
      When its Image is "C:\Windows\System32\WindowsPowerShell\v1.0\powershell.exe"
      Then the rule fires

    Scenario: An event made without a look at the rule
      Given a network connection event with:
        | Image         | C:\Windows\System32\WindowsPowerShell\v1.0\powershell.exe |
        | User          | CONTOSO\anna.keller                                       |
        | DestinationIp | 203.0.113.80                                              |
      Then the rule fires

    Scenario: Letter case does not matter
      Given a matching event
      And its User is "CONTOSO\anna.keller"
      And its Image is "C:\Windows\System32\WindowsPowerShell\v1.0\powershell.exe"
      When its Image is in upper case
      Then the rule fires

    Scenario: Programs whose name only resembles it
      Given a matching event
      When its Image is each of:
        | C:\Tools\mypowershell.exe | C:\Tools\powershell.exe.bak | C:\Tools\owershell.exe  | powershell.exe              |
        | C:\Tools\powersmell.exe   | C:\Tools\powers-hell.exe    | C:\Tools\powershell_exe | C:\Tools\powershell_ise.exe |
      Then the rule is silent because Image does not match

    Scenario: Nothing has to stand before its name
      Given a matching event
      And its User is "CONTOSO\anna.keller"
      When its Image is "\powershell.exe"
      Then the rule fires

    Scenario Outline: <what PowerShell does> is no connection
      Given a benign <event> event
      When its Image is "C:\Windows\System32\WindowsPowerShell\v1.0\powershell.exe"
      Then the rule is silent because EventID does not match

      Examples: the last one's event has a number that ends in 3 as well
        | what PowerShell does   | event              |
        | Its start              | process creation   |
        | The setting of a value | registry value set |

    @known-gap
    Scenario: PowerShell 7 is PowerShell too
      Given a matching event
      And its User is "CONTOSO\anna.keller"
      When its Image is "C:\Program Files\PowerShell\7\pwsh.exe"
      Then the rule fires

  Rule: SYSTEM may reach what looks private

    Scenario Outline: SYSTEM calls <address>
      Given a matching event
      And its User is SYSTEM in English
      When its DestinationIp is "<address>"
      Then the rule is suppressed by filter

      Examples:
        | address      |
        | 10.20.30.40  |
        | 192.168.7.7  |
        | 172.20.30.40 |
        | 127.0.0.1    |

    Scenario Outline: SYSTEM calls anything in <network>
      Given a matching event
      And its User is SYSTEM in English
      When its DestinationIp is inside <network>
      Then the rule is suppressed by filter

      Examples:
        | network        |
        | 10.0.0.0/8     |
        | 192.168.0.0/16 |
        | 172.0.0.0/8    |

    Scenario: SYSTEM calls an address that only resembles them
      Given a matching event
      And its User is SYSTEM in English
      When its DestinationIp is each of:
        | 100.64.0.1 | 192.169.0.1 | 192.16.8.1  | 173.16.0.1  | 17.2.0.1  | 127.0.0.2 |
        | 127.0.0.10 | 8.10.172.30 | 9.192.168.7 | 127.0.0.100 | 1.0.10.20 | 0.10.20.3 |
        | 20.20.30.4 | 192.8.168.8 | 227.0.0.1   | 127.8.0.1   | 1.72.0.1  | 1.2.3.4   |
      Then the rule fires

    Scenario: Letter case does not matter for the account
      Given a matching event
      And its DestinationIp is "10.20.30.40"
      And its User is SYSTEM in English
      When its User is in lower case
      Then the rule is suppressed by filter

    @known-gap
    Scenario: Only a sixteenth of 172.* is private
      Given a matching event
      And its User is SYSTEM in English
      When its DestinationIp is just outside 172.16.0.0/12
      Then the rule fires

    Scenario: Another account calls a private address
      Given a matching event
      And its DestinationIp is "10.20.30.40"
      When its User is each of:
        | CONTOSO\anna.keller  | NT AUTHORITY\LOCAL SERVICE | CONTOSO\SYSTEM       | NT AUTHORITY\NETWORK SERVICE |
        | NT AUTHORITY\SYSTEM2 | NT AUTHORITY\SYSTE         | DNT AUTHORITY\SYSTEM | T AUTHORITY\SYSTEM           |
        | IT AUTHORITY\SYSTEM  | NT AUTHORITY2\SYSTEM       | CONTOSO\svc-backup   | CONTOSO\Administrator        |
      Then the rule fires

    @non-obvious
    Scenario: SYSTEM calls an IPv6 address
      No IPv6 address begins like one of the four, so the account and the flag settle nothing here.

      Given a matching event
      And its User is SYSTEM in English
      When its DestinationIp is inside fe80::/10
      Then the rule fires
      And the rule does not need DestinationIsIpv6

    @non-obvious
    Scenario: SYSTEM calls a private address that another agent flags as IPv6
      In Sysmon's events an address that begins like one of the four never carries the flag. Only the event of some
      other agent tells whether the filter still asks for it; this one is listed as unrealistic.

      Given a matching event
      And its User is SYSTEM in English
      And its DestinationIp is "10.20.30.40"
      When its DestinationIsIpv6 is true
      Then the rule fires

    Scenario: The same address without the flag
      Given a matching event
      And its User is SYSTEM in English
      And its DestinationIp is "10.20.30.40"
      When its DestinationIsIpv6 is false
      Then the rule is suppressed by filter

    @known-gap
    Scenario Outline: SYSTEM on <language> Windows
      Given a matching event
      And its DestinationIp is "10.20.30.40"
      When its User is SYSTEM in <language>
      Then the rule is suppressed by filter

      Examples:
        | language            |
        | German              |
        | French              |
        | Portuguese (Brazil) |
        | Russian             |
        | Polish              |
        | Norwegian           |
        | Swedish             |

    Scenario Outline: SYSTEM on <language> Windows, which keeps the English name
      Given a matching event
      And its DestinationIp is "10.20.30.40"
      When its User is SYSTEM in <language>
      Then the rule is suppressed by filter

      Examples:
        | language              |
        | Japanese              |
        | Korean                |
        | Chinese (Simplified)  |
        | Chinese (Traditional) |
        | Italian               |
        | Spanish               |
        | Portuguese (Portugal) |

  Rule: Only Sysmon's own events are judged

    Scenario: The same fields in another channel
      Given the event:
        """json
        { "Channel": "Security", "EventID": 3, "Image": "C:\\Tools\\powershell.exe", "User": "CONTOSO\\anna.keller" }
        """
      Then the rule is silent because of its log source

    Scenario: The same connection on Linux
      Given the event:
        """json
        {
          "Channel": "Linux-Sysmon/Operational",
          "EventID": 3,
          "Image": "/opt/tools\\powershell.exe",
          "User": "anna.keller",
          "DestinationIp": "203.0.113.80"
        }
        """
      Then the rule is silent because of its log source

    Scenario: An event whose number only contains Sysmon's
      Given the event:
        """json
        { "EventID": 30, "Image": "C:\\Tools\\powershell.exe", "User": "CONTOSO\\anna.keller" }
        """
      Then the rule is silent because EventID does not match

  Rule: This version reports what its successor leaves out

    Scenario Outline: <case>
      Given a matching event
      And its Image is "C:\Windows\System32\WindowsPowerShell\v1.0\powershell.exe"
      And its Initiated is true
      When its User is <user>
      And its DestinationIp is "<address>"
      Then the rule fires
      But the rule "Network Connection Initiated By PowerShell Process" is suppressed by <filter>

      Examples:
        | case                         | user                     | address       | filter               |
        | Another service account      | LOCAL SERVICE in English | 10.20.30.40   | filter_main_local_ip |
        | SYSTEM in another language   | SYSTEM in German         | 10.20.30.40   | filter_main_local_ip |
        | A link-local address         | SYSTEM in English        | 169.254.10.20 | filter_main_local_ip |
        | The other loopback addresses | SYSTEM in English        | 127.0.0.2     | filter_main_local_ip |
        | A Microsoft address          | "CONTOSO\anna.keller"    | 51.103.210.77 | filter_main_msrange  |

    Scenario: A connection that comes in
      Given a matching event
      And its User is "CONTOSO\anna.keller"
      And its DestinationIp is "203.0.113.80"
      When its Initiated is false
      Then the rule fires
      But the rule "Network Connection Initiated By PowerShell Process" is silent because Initiated does not match

  Rule: Its successor reports what this version leaves out

    Scenario: PowerShell 7
      Given an event matching "Network Connection Initiated By PowerShell Process"
      And its User is "CONTOSO\anna.keller"
      When its Image is "C:\Program Files\PowerShell\7\pwsh.exe"
      Then the rule is silent because Image does not match
      But the rule "Network Connection Initiated By PowerShell Process" fires

    Scenario: SYSTEM calls a public address that begins with 172
      Given a matching event
      And its Initiated is true
      And its User is SYSTEM in English
      When its DestinationIp is "172.217.16.46"
      Then the rule is suppressed by filter
      But the rule "Network Connection Initiated By PowerShell Process" fires
