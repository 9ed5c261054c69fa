/** Of the page of a simulated year: light or dark, as the reader's machine is. */
export const style = `
:root {
  color-scheme: light dark;
  --ink: #1d2320; --quiet: #66706a; --paper: #fbfaf7; --rule: #dcd9d0;
  --first: #0f6b57; --second: #b7d3c9; --mark: #b4532a;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e8e6df; --quiet: #9aa39d; --paper: #161a18; --rule: #333a36;
    --first: #5cc2a5; --second: #2d5a4d; --mark: #e0895f;
  }
}
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 16px/1.55 system-ui, sans-serif;
}
main { max-width: 76rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .75rem; }
h2 { font-size: 1.2rem; margin: 2.5rem 0 .25rem; }
p { max-width: 44rem; margin: .25rem 0 .75rem; }
.lead { font-size: 1.05rem; }
section > p { color: var(--quiet); }
svg { width: 100%; max-width: 60rem; height: auto; overflow: visible; }
svg text { fill: var(--quiet); font-size: 12px; font-variant-numeric: tabular-nums; }
.below { text-anchor: middle; }
.beside { text-anchor: end; }
.grid { stroke: var(--rule); }
.line { fill: none; stroke: var(--first); stroke-width: 1.75; }
.interval { stroke: var(--first); stroke-width: 2; }
.dot, .part0 { fill: var(--first); }
.part1 { fill: var(--second); }
.mark { stroke: var(--mark); stroke-dasharray: 5 4; }
table {
  width: 100%; border-collapse: collapse;
  font-size: .8125rem; font-variant-numeric: tabular-nums;
}
th, td {
  padding: .3rem .4rem; text-align: right; white-space: nowrap;
  border-bottom: 1px solid var(--rule);
}
th { color: var(--quiet); font-weight: 600; white-space: normal; vertical-align: bottom; }
th:first-child, td:first-child { text-align: left; padding-left: 0; }
@media (max-width: 48rem) {
  thead { display: none; }
  tr {
    display: grid; grid-template-columns: repeat(3, 1fr);
    padding: .6rem 0; border-bottom: 1px solid var(--rule);
  }
  td, td:first-child { padding: .15rem 0; border: 0; text-align: left; white-space: normal; }
  td:first-child { grid-column: 1 / -1; font-weight: 600; }
  td:not(:first-child)::before { content: attr(data-head); display: block; color: var(--quiet); }
  svg text { font-size: 22px; }
  .second { display: none; }
}
`;
