/** What the card, the banner and the veil look like. Pixels, because a page's root may have any font size. */
export const cardRules = `
:host{all:initial!important}
.card,.banner{position:fixed;inset:auto;margin:0;box-sizing:border-box;color:light-dark(#191d24,#e8eaef);background:light-dark(#fff,#1d2026);border:1px solid light-dark(#dfe3e9,#343943);border-radius:10px;box-shadow:0 1px 2px #0000001f,0 8px 28px #00000033;font:13px/1.45 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:anywhere;unicode-bidi:isolate;user-select:text}
.card{width:320px;max-width:calc(100vw - 16px);padding:12px 14px;overflow:auto;overscroll-behavior:contain}
.card:focus,.card:focus-visible{outline:none}
.top{display:flex;align-items:center;gap:6px;font-weight:600}
.dot{flex:none;width:9px;height:9px;border-radius:50%;background:currentColor}
.id{flex:none;margin-inline-start:auto;font:12px/1.4 ui-monospace,'Cascadia Mono','DejaVu Sans Mono',monospace;font-weight:400;max-width:176px}
.id,.facts,.why{color:light-dark(#565e6c,#a2aab8)}
p{margin:6px 0 0}
.facts{font-size:12px}
.foot{display:flex;align-items:center;gap:10px;margin-top:10px;padding-top:10px;border-top:1px solid light-dark(#eceef2,#2d323b)}
.why{flex:1;font-size:11.5px;line-height:1.35}
button{flex:none;appearance:none;margin:0;padding:4px 10px;border:1px solid transparent;border-radius:6px;background:light-dark(#2a56c6,#93b4ff);color:light-dark(#fff,#0f1830);font:600 12px/18px system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;cursor:pointer}
button:hover{background:light-dark(#2349ac,#abc5ff)}
button:focus-visible{outline:2px solid light-dark(#2a56c6,#93b4ff);outline-offset:2px}
.veil{position:fixed;inset:0;width:100vw;height:100vh;max-width:none;max-height:none;margin:0;padding:0;border:0;background:none;cursor:crosshair}
.banner{top:12px;left:50%;translate:-50%;padding:8px 14px;font-weight:600;cursor:crosshair}
@media (forced-colors:active){.card,.banner,button{border-color:CanvasText}.dot{forced-color-adjust:none}}
@media (prefers-reduced-motion:no-preference){.card{animation:in .12s ease-out}@keyframes in{from{opacity:0}}}
`;
