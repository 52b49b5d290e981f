// Sets Typst sources with one warm compiler and says how long each took.
//
//   node typst.cjs job.json
//
// job: fonts (a folder), evict (age of results that are thrown away after each
// document; 0: all, -1: none), standard (of PDF; empty: Typst's own, tagged),
// warm (how many files at the beginning are not counted), files, out (where the
// last PDF goes). Answer: for each file the time it took and the time of all cores
// together, in milliseconds.
"use strict";
const fs = require("fs");
const { NodeCompiler } = require("@myriaddreamin/typst-ts-node-compiler");

const job = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
const sources = job.files.map((file) => fs.readFileSync(file, "utf8"));
const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [job.fonts] }], workspace: job.fonts });
const options = { pdfTags: true, creationTimestamp: 1624579200 };
if (job.standard) options.pdfStandard = job.standard;

const answer = { ms: [], cpu: [] };
sources.forEach((source, i) => {
  const cpu = process.cpuUsage();
  const start = performance.now();
  const made = compiler.compile({ mainFileContent: source });
  if (made.hasError()) {
    made.printDiagnostics();
    process.exit(1);
  }
  const pdf = compiler.pdf(made.result, options);
  const end = performance.now();
  const used = process.cpuUsage(cpu);
  if (i >= job.warm) {
    answer.ms.push(end - start);
    answer.cpu.push((used.user + used.system) / 1000);
  }
  if (i === sources.length - 1) fs.writeFileSync(job.out, pdf);
  if (job.evict >= 0) compiler.evictCache(job.evict);
});
process.stdout.write(JSON.stringify(answer));
