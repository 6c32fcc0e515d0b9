/** The page's style sheet. Colours never stand alone: every mark has a sign and words too. */
export const style = `
:root { color-scheme: light dark; --ink: #1c2128; --soft: #59636e; --faint: #818b98; --paper: #fff; --panel: #f6f8fa;
  --line: #d1d9e0; --link: #0757ba; --good: #1a7f37; --some: #8a5a00; --bad: #c1121f; --good-bg: #e6f6ea; --some-bg: #fff4d6;
  --bad-bg: #ffe3e3; --key: #0b4f8a; }
@media (prefers-color-scheme: dark) { :root { --ink: #e3e8ee; --soft: #a3adb8; --faint: #7f8893; --paper: #0f141a;
  --panel: #171d25; --line: #2f3843; --link: #6cb2ff; --good: #58c777; --some: #e5b454; --bad: #ff7b7b; --good-bg: #12291b;
  --some-bg: #33280d; --bad-bg: #3d1719; --key: #8ac4ff; } }
* { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 1rem; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, "Segoe UI", Roboto, sans-serif; }
main { max-width: 1500px; margin: 0 auto; padding: 1.5rem clamp(.75rem, 3vw, 2.5rem) 4rem; }
a { color: var(--link); text-decoration: none; }
a:hover, a:focus-visible { text-decoration: underline; }
code, .yaml, .path, .id { font-family: ui-monospace, "Cascadia Mono", Consolas, "Liberation Mono", monospace; font-size: .86em; }
h1 { font-size: 1.5rem; margin: 0 0 .6rem; }
h2 { font-size: 1.2rem; margin: 0; }
h3 { font-size: .95rem; margin: 1.2rem 0 .4rem; text-transform: none; }
h3::first-letter { text-transform: uppercase; }
h4 { font-size: .9rem; margin: 1rem 0 .3rem; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.path, .id, .line, .row, .role { color: var(--soft); overflow-wrap: anywhere; }
.bad { color: var(--bad); }
.wide { overflow-x: auto; }
.figures { display: flex; flex-wrap: wrap; gap: .4rem 1.6rem; list-style: none; margin: 0 0 1.2rem; padding: 0; color: var(--soft); }
.figures b { color: var(--ink); font-size: 1.15rem; }
.figures .bad, .figures .bad b { color: var(--bad); }
table { border-collapse: collapse; }
th { text-align: left; font-weight: 600; }
.summary { width: 100%; min-width: 56rem; }
.summary td, .summary th { padding: .5rem .7rem; border-bottom: 1px solid var(--line); vertical-align: top; }
.summary thead th { color: var(--soft); font-size: .82rem; vertical-align: bottom; }
.summary tbody .path, .summary tbody .kind { display: block; font-weight: 400; font-size: .78em; }
.count { text-align: right !important; font-variant-numeric: tabular-nums; white-space: nowrap; }
.zero { color: var(--faint); }
.ratio { width: 10%; min-width: 7rem; white-space: nowrap; }
.ratio .percent { font-weight: 600; }
.ratio .of { color: var(--soft); font-size: .85em; }
.full .percent { color: var(--good); } .some .percent { color: var(--some); } .empty .percent { color: var(--bad); }
.bar { display: block; width: 100%; height: .4rem; margin-top: .25rem; border-radius: 3px; background: var(--line); }
.bar rect { fill: var(--some); } .full .bar rect { fill: var(--good); }
.level { font-size: .72rem; font-weight: 600; padding: .05rem .5rem; border: 1px solid currentColor; border-radius: 1rem; vertical-align: middle; white-space: nowrap; }
.level.critical, .level.high { color: var(--bad); } .level.medium { color: var(--some); } .level.low, .level.informational { color: var(--soft); }
.rule { margin-top: 2.5rem; padding-top: 1.5rem; border-top: 2px solid var(--line); }
.facts { display: flex; flex-wrap: wrap; gap: .1rem 1.2rem; margin: .3rem 0; color: var(--soft); }
.facts b { color: var(--ink); font-weight: 600; }
.tags { margin: .2rem 0 1rem; font-size: .8rem; color: var(--soft); }
.tags span { background: var(--panel); border: 1px solid var(--line); border-radius: .3rem; padding: .05rem .4rem; white-space: nowrap; line-height: 1.9; }
.columns { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 1.5rem; align-items: start; }
@media (max-width: 1050px) { .columns { grid-template-columns: minmax(0, 1fr); } }
.left { overflow-x: auto; }
.right > :first-child { margin-top: 0; }
.yaml { width: 100%; border: 1px solid var(--line); background: var(--panel); line-height: 1.55; }
.yaml td { padding: 0 .6rem; vertical-align: top; }
.yaml .number { text-align: right; user-select: none; width: 1%; }
.yaml .number, .yaml .number a { color: var(--faint); }
.yaml .sign { width: 1%; padding: 0 .2rem; font-weight: 700; user-select: none; }
.yaml .counts { width: 1%; white-space: nowrap; color: var(--soft); font-size: .92em; text-align: right; user-select: none; border-right: 1px solid var(--line); }
.yaml .counts .zero { color: var(--bad); font-weight: 700; }
.yaml .code { white-space: pre-wrap; overflow-wrap: anywhere; }
.yaml .code b { font-weight: 500; color: var(--key); } .yaml .code i { color: var(--soft); }
.covered .sign { color: var(--good); } .partly .sign { color: var(--some); } .uncovered .sign { color: var(--bad); }
.covered .sign, .covered .counts { background: var(--good-bg); }
.partly td { background: var(--some-bg); } .uncovered td { background: var(--bad-bg); }
.partly .code { box-shadow: inset 3px 0 var(--some); } .uncovered .code { box-shadow: inset 3px 0 var(--bad); }
.yaml tr:target td { outline: 2px solid var(--link); outline-offset: -2px; }
.suggestions pre { border: 1px solid var(--line); background: var(--panel); padding: .6rem .8rem; overflow-x: auto; margin: .6rem 0 .2rem; }
.suggestions .covers { font-size: .8rem; color: var(--soft); margin: 0 0 .8rem; overflow-wrap: anywhere; }
.legend { font-size: .8rem; color: var(--soft); margin: .4rem 0 0; }
.values { width: 100%; font-size: .9rem; margin-bottom: 1rem; }
.values td, .values th { padding: .22rem .5rem; border-bottom: 1px solid var(--line); vertical-align: top; }
.values thead th { color: var(--soft); font-size: .8rem; vertical-align: bottom; }
.values code { white-space: pre-wrap; } .values .count { white-space: nowrap; } .values thead .count { white-space: normal; }
.identifier > * { background: var(--panel); } .role { font-weight: 400; font-size: .85em; }
.value { padding-left: 1.4rem !important; overflow-wrap: anywhere; } .value a { color: inherit; } .field { color: var(--soft); }
.decided { display: block; font-size: .78em; font-weight: 400; white-space: nowrap; color: var(--soft); } .decided.missing { color: var(--bad); }
.missing { color: var(--bad); font-weight: 700; background: var(--bad-bg); } .impossible { color: var(--soft); font-style: italic; }
.thresholds { list-style: none; padding: 0; } .thresholds .bad { color: var(--bad); font-weight: 700; }
.findings { list-style: none; padding: 0; margin: 0 0 .6rem; font-size: .92rem; }
.findings > li { padding: .35rem .7rem; border-left: 3px solid var(--some); background: var(--panel); margin-bottom: .35rem; overflow-wrap: anywhere; }
.findings .kind { font-weight: 600; color: var(--some); margin-right: .2rem; }
.findings > .unreadable-rule, .findings > .closed-gap, .findings > .failed-scenario, .findings > .uncovered { border-color: var(--bad); }
.unreadable-rule .kind, .closed-gap .kind, .failed-scenario .kind, .uncovered .kind { color: var(--bad); }
.findings > .known-gap, .findings > .unrealistic, .findings > .impossible-here { border-color: var(--line); } .known-gap .kind, .unrealistic .kind, .impossible-here .kind { color: var(--soft); }
.findings ul { margin: .2rem 0; padding-left: 1.2rem; color: var(--soft); }
.examples { display: flex; flex-wrap: wrap; gap: .2rem .4rem; list-style: none; padding: 0 !important; }
.examples li { background: var(--paper); border: 1px solid var(--line); border-radius: .3rem; padding: 0 .4rem; font-size: .85em; }
.event { font-size: .82rem; margin: .5rem 0; border-top: 1px solid var(--line); width: 100%; } .event th { font-weight: 500; padding-right: 1rem; vertical-align: top; } .event td { overflow-wrap: anywhere; }
details { margin-top: .6rem; } summary { cursor: pointer; color: var(--link); }
.scenarios { list-style: none; padding: 0; margin: 0; font-size: .92rem; } .scenarios > li { padding: .25rem 0; border-bottom: 1px solid var(--line); }
.scenarios ul { list-style: none; margin: 0; padding-left: 1.5rem; color: var(--soft); }
.status { display: inline-block; width: 1.2rem; font-weight: 700; color: var(--faint); } .passed .status { color: var(--good); } .failed .status, .undefined .status { color: var(--bad); }
.label { font-size: .78rem; color: var(--some); border: 1px solid currentColor; border-radius: .3rem; padding: 0 .35rem; }
.unjudged { color: var(--some); } footer { margin-top: 3rem; color: var(--soft); font-size: .85rem; }
@media print { .columns { grid-template-columns: 1fr; } details { display: block; } }
`
