/* style.c - the style sheet of the HTML report. */
#include "grader/report/style.h"

#include <stddef.h>

#include "grader/base/attr.h"

const char style_sha256[] = "djvB09P2edvu3vpO3RnQVbhbNvYM31YzsKz8r7NWIso=";

/* In pieces because ISO C promises no longer string literals. */
static const char *const sheet[] = {
    /* Colours: one accent; every text at least 4.5:1 on what lies under it, in both schemes. */
    ":root{color-scheme:light dark;\n"
    "--paper:#f6f6f3;--card:#ffffff;--ink:#1b1f24;--muted:#565e68;--line:#e0e0da;--sunk:#f1f1ed;\n"
    "--accent:#0b666d;--good:#14652c;--good-bg:#ddf1e1;--good-fill:#3c9a5a;\n"
    "--bad:#9c1027;--bad-bg:#fbe3e5;--bad-fill:#c8354b;\n"
    "--warn:#704600;--warn-bg:#fbeecd;--off-bg:#e9e9e5}\n"
    "@media (prefers-color-scheme:dark){:root{\n"
    "--paper:#101317;--card:#171b20;--ink:#e5e8ec;--muted:#9ea8b3;--line:#2b3138;--sunk:#1d2228;\n"
    "--accent:#62c8d0;--good:#86dfa0;--good-bg:#14301d;--good-fill:#3f9d5e;\n"
    "--bad:#ff9ea8;--bad-bg:#3d161c;--bad-fill:#d0495c;\n"
    "--warn:#f0c768;--warn-bg:#372a0b;--off-bg:#272d34}}\n",

    /* Type: system fonts; grows gently from a phone to a wall. */
    "*{box-sizing:border-box}\n"
    "html{font-size:clamp(15px,14px + .25vw,24px);-webkit-text-size-adjust:100%}\n"
    "body{margin:0;background:var(--paper);color:var(--ink);line-height:1.55;\n"
    "font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif;\n"
    "font-variant-numeric:tabular-nums;overflow-wrap:anywhere}\n"
    "code,pre,.mono{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',\n"
    "monospace;font-size:.88em}\n"
    "h1,h2,h3{line-height:1.2;margin:0;letter-spacing:-.01em;font-weight:650}\n"
    "h1{font-size:2rem}h2{font-size:1.45rem}\n"
    "h3{font-size:.8rem;letter-spacing:.06em;text-transform:uppercase;color:var(--muted);\n"
    "margin:2rem 0 .7rem}\n"
    "p{margin:.4rem 0}a{color:var(--accent);text-underline-offset:.15em}\n"
    ":focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:3px}\n"
    ".muted,.note{color:var(--muted)}.note{font-size:.9rem}\n"
    ".vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);\n"
    "white-space:nowrap}\n"
    ".skip{position:absolute;left:-100vw;top:0;padding:.6rem "
    "1rem;background:var(--card);z-index:1}\n"
    ".skip:focus{left:0}\n",

    /* Frame. */
    ".page{max-width:66rem;margin:0 auto;padding:0 1.25rem}\n"
    "header.page{padding-top:3rem;padding-bottom:2.25rem}main.page{padding-bottom:1rem}\n"
    "footer.page{padding-top:.5rem;padding-bottom:3.5rem;color:var(--muted);font-size:.9rem}\n"
    ".eyebrow{color:var(--muted);font-size:.85rem;margin:.15rem 0 .3rem}\n"
    ".card{background:var(--card);border:1px solid var(--line);border-radius:12px;\n"
    "padding:1.6rem 1.75rem;margin:0 0 1.5rem}\n"
    ".hero{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1.15fr);gap:1.5rem 3rem;\n"
    "margin-top:1.6rem}\n"
    ".score,.points{font-weight:650;line-height:1.1;letter-spacing:-.02em}\n"
    ".score{font-size:3rem;margin:.7rem 0 0}.points{font-size:1.9rem;margin:0}\n"
    ".score small,.points small{font-weight:400;letter-spacing:0;color:var(--muted)}\n"
    ".score small{font-size:1.15rem}.points small{font-size:1rem}\n"
    ".top{display:flex;flex-wrap:wrap;gap:.4rem 2.5rem;justify-content:space-between}\n"
    ".top>div:first-child{flex:1 1 22rem;min-width:0}.tally{flex:0 1 15rem;min-width:11rem}\n"
    ".tally .bar{margin:.7rem 0 .4rem}\n"
    "dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.35rem 1.25rem;margin:0;\n"
    "font-size:.93rem}dt{color:var(--muted)}dd{margin:0}\n"
    ".bar{display:block;width:100%;height:.55rem;border-radius:.3rem;margin:.8rem 0 .5rem}\n"
    "td .bar{min-width:7rem;margin:.5rem 0 .2rem;height:.5rem}\n"
    ".track{fill:var(--off-bg)}.fill.ok{fill:var(--good-fill)}.fill.bad{fill:var(--bad-fill)}\n"
    ".tick{fill:var(--ink)}.back{margin:1.4rem 0 0;font-size:.9rem}\n",

    /* Verdicts: a sign and a word, then a colour. */
    ".chip{display:inline-block;border-radius:6px;padding:.1rem .55rem;font-size:.86rem;\n"
    "font-weight:600;white-space:nowrap;background:var(--off-bg);color:var(--ink)}\n"
    ".chip.ok{background:var(--good-bg);color:var(--good)}\n"
    ".chip.bad{background:var(--bad-bg);color:var(--bad)}\n"
    ".chip.warn{background:var(--warn-bg);color:var(--warn)}\n"
    ".chip.big{font-size:1.05rem;padding:.25rem .8rem}\n"
    ".near .measured:not(:empty){border-radius:6px;padding:.1rem .55rem;font-size:.86rem;\n"
    "font-weight:600;white-space:nowrap;background:var(--warn-bg);color:var(--warn)}\n"
    "small.near .measured:not(:empty){display:inline-block;margin-right:.4rem}\n"
    "abbr{text-decoration:none}.code{font-weight:700;margin-right:.15em}\n",

    /* Tables. */
    "table{border-collapse:collapse;width:100%;font-size:.94rem}\n"
    "th,td{text-align:left;vertical-align:top;padding:.6rem .9rem .6rem 0;\n"
    "border-bottom:1px solid var(--line)}\n"
    "thead th{font-weight:500;color:var(--muted);font-size:.85rem;padding-top:0}\n"
    "tbody th{font-weight:600}tr:last-child>th,tr:last-child>td{border-bottom:0}\n"
    "th:last-child,td:last-child{padding-right:0}\n"
    ".num{text-align:right;white-space:nowrap}\n"
    "caption{text-align:left;caption-side:top}\n"
    ".criteria th:first-child{width:24%}.criteria th:nth-child(2){width:6.5rem}\n"
    ".criteria th:nth-child(3){width:8rem}.criteria .num,.overview .num{padding-right:1.75rem}\n"
    ".since th:nth-child(2){width:19%}.since td:nth-child(1){width:6rem}\n"
    ".groups th:first-child{width:22%}.groups td:last-child{width:5.5rem}\n"
    ".groups .num{padding-right:1.5rem}.groups .near{display:block}\n"
    ".scroll{overflow-x:auto}.scroll table{min-width:40rem}.scroll th{white-space:nowrap}\n"
    ".dim{color:var(--muted)}.dim th{font-weight:400}\n"
    ".level{font-weight:600}.level::first-letter{text-transform:uppercase}\n",

    /* Remarks. */
    ".remarks{list-style:none;margin:0;padding:0;display:grid;gap:.75rem}\n"
    ".remarks li{display:grid;grid-template-columns:8rem minmax(0,1fr);gap:.2rem 1.1rem}\n"
    ".remarks .chip{justify-self:start;align-self:start}\n"
    ".where{display:block;font-weight:600}\n",

    /* Tests: one square each; a failure has a cross, what did not run a broken edge. */
    ".squares{display:flex;flex-wrap:wrap;gap:4px;list-style:none;margin:.25rem 0 0;padding:0}\n"
    ".q{display:block;width:1rem;height:1rem;border-radius:3px;line-height:1rem;font-size:.8rem;\n"
    "font-weight:700;text-align:center;color:#fff;background:var(--good-fill)}\n"
    ".q.f{background:var(--bad-fill)}\n"
    ".q.n{background:none;border:1px dashed var(--muted)}\n"
    "details{margin:1rem 0 0}\n"
    "summary{cursor:pointer;color:var(--accent);font-weight:500;padding:.2rem 0}\n",

    /* What was shown, and what was written. */
    ".exhibit{border:1px solid var(--line);border-radius:10px;padding:1rem 1.1rem;margin:0 0 "
    "1rem}\n"
    ".exhibit h4{margin:0 0 .2rem;font-size:1rem}\n"
    ".panels{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,15rem),1fr));\n"
    "gap:.9rem;margin-top:.8rem}\n"
    ".panel p{margin:0 0 .25rem;font-size:.85rem;color:var(--muted)}\n"
    "pre{margin:0;padding:.7rem .85rem;background:var(--sunk);border-radius:8px;overflow:auto;\n"
    "line-height:1.5;white-space:pre;tab-size:4;max-height:22rem}\n"
    "mark{background:var(--bad-bg);color:var(--bad);font-weight:700;border-radius:3px;\n"
    "box-shadow:0 0 0 2px var(--bad-bg);text-decoration:underline}\n"
    /* The gutter and the code; notes stay in view when long lines are scrolled. */
    ".source{counter-reset:line;max-height:none;padding:.5rem 0;container-type:inline-size}\n"
    ".l{display:inline-block;min-width:100%;padding-right:1rem;counter-increment:line;\n"
    "border-left:3px solid transparent}\n"
    ".l::before{content:counter(line);display:inline-block;width:4.5ch;margin-right:1.5ch;\n"
    "text-align:right;color:var(--muted);-webkit-user-select:none;user-select:none}\n"
    ".l.bad{background:var(--bad-bg);border-color:var(--bad-fill)}\n"
    ".l.warn{background:var(--warn-bg);border-color:var(--warn)}\n"
    ".l.off,.l.ok{background:var(--off-bg);border-color:var(--muted)}\n"
    /* What never ran has a broken edge, and its number is struck through. */
    ".l.idle{border-left:3px dotted var(--muted)}.l.idle::before{text-decoration:line-through}\n"
    ".fact{margin-left:2ch;padding:0 .5rem;border-radius:4px;background:var(--off-bg);\n"
    "color:var(--ink);font-size:.88em}.fact.warn{background:var(--warn-bg);color:var(--warn)}\n"
    ".mn{display:block;position:sticky;left:0;width:calc(100cqi - 6ch);margin:.3rem 0 .5rem 6ch;\n"
    "padding:.45rem .8rem;white-space:normal;overflow-wrap:anywhere;background:var(--card);\n"
    "border:1px solid var(--line);border-left:3px solid var(--muted);border-radius:0 8px 8px 0;\n"
    "font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif}\n"
    ".mn.bad{border-left-color:var(--bad-fill)}.mn.bad b{color:var(--bad)}\n"
    ".mn.warn{border-left-color:var(--warn)}.mn.warn b{color:var(--warn)}\n"
    ".mn.ok{border-left-color:var(--good-fill)}.mn.ok b{color:var(--good)}\n"
    ".l:target{outline:2px solid var(--accent);outline-offset:-2px}\n"
    ".lines{white-space:pre-line}summary .chip{margin-left:.4rem}summary "
    ".muted{margin-left:.4rem}\n"
    ".diagnostics{list-style:none;margin:0;padding:0;display:grid;gap:.5rem}\n",

    /* Plots: what is measured has dots, every other line dashes of its own. */
    ".growth th{white-space:nowrap}.hottest .where{display:inline}\n"
    "figure.growth{margin:1rem 0 0}figcaption{font-size:.85rem}\n"
    ".plot{display:block;width:100%;max-width:44rem;height:auto}\n"
    ".plot text{fill:var(--muted);font-size:12px}.plot path{stroke-width:2}\n"
    ".plot .grid{stroke:var(--line);stroke-width:1;fill:none}\n"
    ".plot .fit{stroke:var(--accent)}.plot .dot{fill:var(--accent)}\n"
    ".plot .need{stroke:var(--good)}.plot .ref{stroke:var(--muted)}\n",

    /* Small screens, and paper. */
    "@media (max-width:46rem){.page{padding:0 .9rem}header.page{padding-top:1.5rem;\n"
    "padding-bottom:1.25rem}\n"
    "h1{font-size:1.55rem}.card{padding:1.1rem 1rem}.hero{grid-template-columns:minmax(0,1fr)}\n"
    ".score{font-size:2.4rem}.remarks li{grid-template-columns:minmax(0,1fr)}\n"
    ".tally{flex:1 1 100%}\n"
    ".rows thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}\n"
    ".rows,.rows tbody,.rows tr,.rows th,.rows td{display:block;border:0;padding:0;\n"
    "text-align:left}\n"
    ".rows tr{padding:.7rem 0;border-bottom:1px solid var(--line)}\n"
    ".rows tr:last-child{border-bottom:0}.rows td{margin-top:.25rem}\n"
    "table.rows th:first-child{width:auto}.none{display:none!important}\n"
    ".criteria td.level,.criteria td.num{display:inline;padding-right:.8rem}\n"
    ".since td:nth-child(3){flex:1 0 100%}.since td:nth-child(4):not(:empty)::after{\n"
    "content:' \\2192'}table.rows.since th:nth-child(2){width:auto}.since "
    "td:nth-child(1){width:auto}\n"
    ".since tr,.overview tr,.groups tr{display:flex;flex-wrap:wrap;gap:.1rem "
    ".9rem;align-items:baseline}\n"
    ".overview th,.overview .wide,.groups .tests{flex:1 0 100%}\n"
    ".groups th{flex:1 1 auto}.groups .tests{order:1}.groups .num{order:2;padding:0}\n"
    ".overview .num{padding:0}.groups td:last-child{width:auto}\n"
    ".source{font-size:.82em}.mn{margin-left:2ch;width:calc(100cqi - 2ch)}}\n"
    /* Folded parts are printed too: the pseudo-element first, and for browsers without it. */
    "@media print{:root{color-scheme:light;--paper:#fff;--card:#fff;--ink:#000;--muted:#444;\n"
    "--line:#ccc;--sunk:#f4f4f4;--accent:#000;--good:#14652c;--good-bg:#ddf1e1;\n"
    "--good-fill:#3c9a5a;--bad:#9c1027;--bad-bg:#fbe3e5;--bad-fill:#c8354b;--warn:#704600;\n"
    "--warn-bg:#fbeecd;--off-bg:#e9e9e5}\n"
    "html{font-size:10.5pt}body{-webkit-print-color-adjust:exact;print-color-adjust:exact}\n"
    ".page{max-width:none;padding:0}header.page{padding:0 0 1rem}\n"
    ".card{border:0;border-top:1px solid #ccc;border-radius:0;padding:1rem 0;margin:0}\n"
    "tr,li,.panel{break-inside:avoid}h2,h3,summary{break-after:avoid}thead{break-inside:avoid}\n"
    "details::details-content{content-visibility:visible;block-size:auto;opacity:1}\n"
    "details>:not(summary){display:block}summary{list-style:none}\n"
    "pre{white-space:pre-wrap;max-height:none;overflow:visible;overflow-wrap:anywhere}\n"
    ".source{container-type:normal}.l{display:block;padding-left:6ch;text-indent:-6ch}\n"
    ".mn{position:static;width:auto}.scroll{overflow:visible}.scroll table{min-width:0}\n"
    ".scroll th{white-space:normal}.skip,.back{display:none}}\n",
};

void style_put(struct buf *out)
{
    for (size_t i = 0; i < COUNT_OF(sheet); i++)
        buf_puts(out, sheet[i]);
}
