import { writeFileSync } from "node:fs";
import { serveKits } from './test/e2e/kits';
import { chromium } from 'playwright-core';
const t=Date.now();
const site = await serveKits(process.argv.slice(2)); console.log('built', Date.now()-t);
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
for (const n of process.argv.slice(2)) {
const p = await b.newPage({ viewport: { width: 1400, height: 1000 } });
p.on('console', m => console.log('C', m.text().slice(0,300))); p.on('pageerror', e => console.log('E', e.stack.slice(0,600)));
await p.goto(site.url + n); await p.waitForTimeout(2500);
console.log(n, (await p.evaluate(() => document.querySelector('#app').innerHTML)).length);
await p.screenshot({path:`/tmp/shot-${n.replace('/','-')}.png`, fullPage:true});
writeFileSync(`/tmp/dom-${n.replace('/','-')}.html`, await p.evaluate(() => document.querySelector('#app').innerHTML));
}
await b.close(); site.close(); process.exit(0)
