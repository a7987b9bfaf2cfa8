// reports.mjs - reports that the page must survive: the golden one, a long one, and one full of hostile bytes.
import { readFileSync } from 'node:fs';

// What a repository, a source or a program may say to become more than text.
const attacks = [
  '<script>window.ran=1</script>',
  '</pre></details></main><script>window.ran=1</script>',
  '<img src=x onerror="window.ran=1">',
  '"><svg onload=window.ran=1>',
  "' onmouseover='window.ran=1",
  '</style><style>body{display:none}</style>',
  '</title><h1>owned</h1>',
  ']]>--><!--',
  '<a href="javascript:window.ran=1">here</a>',
  '<meta http-equiv="refresh" content="0;url=https://example.org/">',
  '<base href="https://example.org/"><link rel=stylesheet href=//example.org/x.css>',
  '&lt;script&gt;&#x202e;&#0;',
  '\u202egnp.tfel\u2066\u2069\u200f',
  '\u0001\u001b[31m\u007f\u009b2J',
  'W\u0337\u0338\u0335\u0336'.repeat(60),
  'nobreak'.repeat(400),
  '\u{1F469}\u200d\u{1F4BB}\u4e2d\u6587\u0627\u0644\u0639\u0631\u0628\u064a\u0629',
];

// Every text that the schema leaves open becomes an attack; words of the format stay, or it were no report.
function mutate(value, rule, schema, state) {
  while (rule?.$ref) rule = schema.$defs[rule.$ref.split('/').pop()];
  if (rule?.anyOf ?? rule?.oneOf) rule = (rule.anyOf ?? rule.oneOf).find((one) => one.type !== 'null');
  if (rule?.$ref) return value === null ? null : mutate(value, rule, schema, state);
  if (Array.isArray(value)) return value.map((item) => mutate(item, rule?.items, schema, state));
  if (value && typeof value === 'object') {
    const out = {};
    for (const [key, inner] of Object.entries(value)) out[key] = mutate(inner, rule.properties[key], schema, state);
    if ('got_offset' in out) Object.assign(out, { expected_offset: 0, got_offset: 0, difference_is_known: true });
    return out;
  }
  const open = typeof value === 'string' && !rule.enum && !rule.const && !rule.pattern && !rule.contentEncoding;
  return open ? attacks[state.next++ % attacks.length] + value : value;
}

export function golden(tree) {
  return JSON.parse(readFileSync(`${tree}/tests/golden/report/report.json`, 'utf8'));
}

export function hostile(tree) {
  const schema = JSON.parse(readFileSync(`${tree}/grader/report/report.schema.json`, 'utf8'));
  const report = mutate(golden(tree), schema, schema, { next: 0 });
  const graded = report.problems.filter((problem) => problem.status === 'graded');
  const bytes = Buffer.from(`int main(void)\n{\n/* ${attacks.join('\n')} */\n\0\xff}\n`, 'latin1');
  for (const problem of graded) {
    delete problem.sources[0].bytes_base64;
    problem.sources[0].bytes = bytes.toString('utf8').replaceAll('\0', '\ufffd');
    problem.sources[0].bytes_base64 = bytes.toString('base64');
    // The margin's notes: one for every attack, in lines that there are.
    problem.diagnostics = attacks.map((message, i) => ({
      file: problem.sources[0].path, line: 1 + (i % 4), column: 1, kind: i % 2 ? 'warning' : 'error', message,
    }));
  }
  // Ten megabytes in one line: a source, and what a program printed.
  const endless = '<b>'.repeat(10e6 / 3);
  graded[0].sources.push({ path: 'endless.c', bytes: endless, is_cut: false });
  const shown = graded.flatMap((problem) => problem.cases).find((test) => test.exhibit);
  if (shown) shown.exhibit.got = endless;
  return report;
}

// A candidate with ten problems, each with many tests, notes and a long source.
export function ten(tree) {
  const report = golden(tree);
  const graded = report.problems.filter((problem) => problem.status === 'graded');
  const line = '    for (size_t i = 0; i < count; i++) total += at[i] < 10 ? at[i] : 10; /* <a> & "b" */\n';
  report.problems = Array.from({ length: 10 }, (_, i) => {
    const problem = structuredClone(graded[i % graded.length]);
    problem.id = `problem${i}`;
    problem.name = `Problem ${i}`;
    problem.cases = Array.from({ length: 120 }, (_, k) => problem.cases[k % problem.cases.length]);
    problem.sources = [{ path: 'main.c', bytes: line.repeat(400), is_cut: false }];
    problem.diagnostics = Array.from({ length: 40 }, (_, k) => ({
      file: 'main.c', line: 1 + 9 * k, column: 5, kind: 'warning',
      message: `comparison of integer expressions of different signedness, number ${k}`,
    }));
    return problem;
  });
  return report;
}
